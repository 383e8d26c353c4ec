import type { AddressInfo } from "node:net"
import { readConfiguration, refusalToStart } from "./configuration"
import { newServer } from "./server"
import { newWorld, type World } from "./world"

// The ThaiID stand-in: a process of its own for the demonstration and for tests, from this machine only.
const refusal = refusalToStart(process.env)
if (refusal) {
  process.stderr.write(`${refusal}\n`)
  process.exit(1)
}

const configuration = readConfiguration(process.env)
let world: World | undefined

const server = newServer(() => {
  if (!world) throw new Error("asked before it listens")
  return world
})

server.listen(configuration.THAID_SANDBOX_PORT, configuration.DEMO_LISTEN, () => {
  const { port } = server.address() as AddressInfo
  const origin = configuration.THAID_SANDBOX_ORIGIN ?? `http://127.0.0.1:${port}`
  world = newWorld(configuration, new URL(origin).origin, () => Date.now())
  // Started with a channel to its starter, the process tells it where it listens and does not outlive it.
  process.send?.({ port, origin: world.origin })
})

function stop(): void {
  server.close(() => process.exit(0))
  server.closeAllConnections()
}

process.on("SIGTERM", stop)
process.on("SIGINT", stop)
process.on("disconnect", stop)

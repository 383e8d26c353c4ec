import { readSettings } from "./settings"
import { startInfo } from "./start-info"

// INFO, a system connected to the portal: a process of its own that knows the portal by its protocol alone.
const settings = readSettings(process.env)
if ("problems" in settings) {
  process.stderr.write(`INFO can't start:\n${settings.problems.map((one) => `  - ${one}`).join("\n")}\n`)
  process.exit(1)
}

const running = await startInfo(settings)
const stop = () => void running.stop().finally(() => process.exit(0))
process.on("SIGTERM", stop)
process.on("SIGINT", stop)
// started with a channel to its starter, it does not outlive it
process.on("disconnect", stop)

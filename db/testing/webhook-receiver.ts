import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { callOut } from "@/lib/outbound/call-out"
import { reachOf } from "@/lib/outbound/reach"

/** What a call said. */
type Heard = {
  readonly id: string
  readonly timestamp: string
  readonly signatures: string
  readonly body: string
}

/** A connected system that is called: on a port of its own, with answers that a test chooses. */
export class WebhookReceiver {
  readonly heard: Heard[] = []
  /** The status to answer a call with, or the connection breaks. */
  answer: (body: string) => number | "broken" = () => 200
  url = ""
  readonly #server: Server = createServer((req, res) => {
    let body = ""
    req.on("data", (chunk) => {
      body += String(chunk)
    })
    req.on("end", () => {
      const of = (name: string) => String(req.headers[`webhook-${name}`] ?? "")
      this.heard.push({ id: of("id"), timestamp: of("timestamp"), signatures: of("signature"), body })
      const answer = this.answer(body)
      if (answer === "broken") return void req.socket.destroy()
      res.writeHead(answer, answer === 302 ? { location: "/elsewhere" } : {}).end()
    })
  })

  async open(): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(0, "127.0.0.1", done))
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((done) => this.#server.close(done))
  }

  /** The way out as a demonstration has it, which may reach this machine. */
  readonly call: typeof callOut = (call) =>
    callOut(call, { reach: reachOf("", true), resolve: async () => [] })
}

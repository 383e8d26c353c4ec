import {
  request as ask,
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http"

/** Who answered a path. */
export type Passed = { readonly path: string; readonly by: string }

/**
 * A reverse proxy as it stands before several portals and a provider: `/oidc` goes to the provider, everything else to the
 * portals in turn, whoever asked before.
 */
export class FrontDoor {
  readonly passed: Passed[] = []
  portals: readonly string[] = []
  provider = ""
  readonly #server: Server
  #turn = 0

  constructor(private readonly port: number) {
    this.#server = createServer((request, response) => this.#pass(request, response))
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** The portal whose turn is next. */
  get next(): string {
    return this.portals[(this.#turn + 1) % this.portals.length] ?? ""
  }

  async open(): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(this.port, "127.0.0.1", done))
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((done) => this.#server.close(done))
  }

  #pass(request: IncomingMessage, response: ServerResponse): void {
    const { url = "/", method, headers } = request
    const isProvider = /^\/oidc(?:[/?]|$)/.test(url)
    if (!isProvider) this.#turn += 1
    const to = isProvider ? this.provider : (this.portals[this.#turn % this.portals.length] ?? "")
    this.passed.push({ path: url.split("?")[0] ?? "", by: to })
    const onward = ask(new URL(url, to), {
      method,
      headers: { ...headers, "x-forwarded-for": request.socket.remoteAddress ?? "" },
      agent: false,
    })
    onward.on("response", (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
      answer.on("error", () => response.destroy()).pipe(response)
    })
    onward.on("error", () => {
      if (response.headersSent) response.destroy()
      else response.writeHead(502).end()
    })
    request.pipe(onward)
  }
}

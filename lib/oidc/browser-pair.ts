import "server-only"
import { IncomingMessage, ServerResponse } from "node:http"
import { Socket } from "node:net"

/** Node's own request and answer, as the library reads a browser's cookies from, for a handler that has only headers. */
export function browserPair(headers: Headers): {
  readonly req: IncomingMessage
  readonly res: ServerResponse
} {
  const req = new IncomingMessage(new Socket())
  req.method = "GET"
  req.url = "/"
  headers.forEach((value, name) => {
    req.headers[name] = value
  })
  return { req, res: new ServerResponse(req) }
}

import { createServer, type RequestListener, type Server } from "node:http"
import { createServer as createTlsServer } from "node:https"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { certificateFor } from "@/db/testing/certificate-for"
import { type Call, callOut, type Way } from "./call-out"
import { reachOf } from "./reach"
import { bodyLimit } from "./rules"

const outside = reachOf("", false)
const demonstration = reachOf("", true)
const heard: Record<"method" | "path" | "body" | "host", string | undefined>[] = []
let tls: Server
let plain: Server
let ca = ""

const answers: RequestListener = (req, res) => {
  let body = ""
  req.on("data", (chunk) => {
    body += String(chunk)
  })
  req.on("end", () => {
    const { method, url: path, headers } = req
    heard.push({ method, path, body, host: headers.host })
    if (path === "/silent") return
    if (path === "/away") return void res.writeHead(302, { location: "/elsewhere" }).end()
    if (path === "/huge") return void res.end(Buffer.alloc(bodyLimit + 1))
    if (path === "/full") return void res.end(Buffer.alloc(bodyLimit))
    if (path === "/drip") return void res.writeHead(200).write("x")
    res.writeHead(path === "/wrong" ? 400 : 200).end("heard")
  })
}
const listening = (server: Server) =>
  new Promise<void>((done) => {
    server.listen(0, "127.0.0.1", done)
  })
const port = (server: Server) => (server.address() as AddressInfo).port

beforeAll(async () => {
  const { key, cert } = certificateFor("rp.example", new Date())
  ca = cert
  tls = createTlsServer({ key, cert }, answers)
  plain = createServer(answers)
  await Promise.all([listening(tls), listening(plain)])
})
afterAll(() => {
  for (const server of [tls, plain]) {
    server.closeAllConnections()
    server.close()
  }
})

/** A name that the resolver of the test sends to an address. */
const way = (address: string, more: Partial<Way> = {}): Way => ({
  reach: outside,
  resolve: async () => [{ address, family: address.includes(":") ? 6 : 4 }],
  ca,
  ...more,
})
const call = (path: string, more: Partial<Call> = {}): Call => ({
  url: `https://rp.example:${port(tls)}${path}`,
  ...more,
})
/** As if this machine stood in an intranet that the configuration lets us reach. */
const here = (more: Partial<Way> = {}) => way("127.0.0.1", { reach: reachOf("127.0.0.0/8", false), ...more })

describe("a call to a name", () => {
  it("not to a name of which one address is public and another is not", async () => {
    const both = async () => [
      { address: "203.1.2.3", family: 4 },
      { address: "10.0.0.1", family: 4 },
    ]
    expect(await callOut(call("/"), way("", { resolve: both }))).toEqual({
      ok: false,
      fault: "private-address",
    })
  })

  it("to hosts of the list in an intranet, but not at this machine or the cloud's own services", async () => {
    const reach = reachOf("RP.example, other.example", false)
    for (const address of ["127.0.0.1", "::1", "169.254.169.254", "fe80::1", "0.0.0.0"])
      expect(await callOut(call("/"), way(address, { reach })), address).toMatchObject({
        fault: "private-address",
      })
    const intranet = way("10.255.255.1", { reach, patience: 60 })
    expect(await callOut(call("/"), intranet)).not.toMatchObject({ fault: "private-address" })
    const foreign = call("/", { url: "https://rp.example.evil/" })
    expect(await callOut(foreign, intranet)).toMatchObject({ fault: "private-address" })
  })

  it("to this machine in a demonstration alone, over plain http too", async () => {
    const address = `http://127.0.0.1:${port(plain)}/plain`
    expect(await callOut({ url: address }, way("", { reach: demonstration }))).toMatchObject({
      ok: true,
      status: 200,
    })
    expect(await callOut({ url: address }, way(""))).toEqual({ ok: false, fault: "address" })
    const named = { url: `http://localhost:${port(plain)}/` }
    const led = way("203.1.2.3", { reach: demonstration, patience: 200 })
    expect(await callOut(named, led)).toMatchObject({ fault: "private-address" })
  })
})

describe("a call", () => {
  it("goes to the address that was judged, though the name is no longer there, and says what it was given", async () => {
    const asked: string[] = []
    const resolve = async (host: string) => {
      asked.push(host)
      return [{ address: asked.length === 1 ? "127.0.0.1" : "10.0.0.1", family: 4 }]
    }
    const answer = await callOut(call("/told", { method: "POST", body: "a=ก" }), here({ resolve }))
    expect(answer).toMatchObject({ ok: true, status: 200, body: Buffer.from("heard") })
    expect(asked).toEqual(["rp.example"])
    expect(heard.at(-1)).toEqual({
      method: "POST",
      path: "/told",
      body: "a=ก",
      host: `rp.example:${port(tls)}`,
    })
  })

  it("follows no redirect", async () => {
    expect(await callOut(call("/away"), here())).toMatchObject({ ok: true, status: 302 })
    expect(heard.some(({ path }) => path === "/elsewhere")).toBe(false)
  })

  it("brings back other answers as they are", async () => {
    expect(await callOut(call("/wrong"), here())).toMatchObject({ ok: true, status: 400 })
  })

  it("reads 256 KB and not a byte more", async () => {
    expect(await callOut(call("/full"), here())).toMatchObject({ ok: true, status: 200 })
    expect(await callOut(call("/huge"), here())).toEqual({ ok: false, fault: "too-large" })
  })

  it.each(["/silent", "/drip"])("waits no longer than it may for %s", async (path) => {
    const since = performance.now()
    expect(await callOut(call(path), here({ patience: 200 }))).toEqual({ ok: false, fault: "timeout" })
    expect(performance.now() - since).toBeLessThan(1_000)
  })

  it("waits no longer than it may for a name that is never found", async () => {
    const never = () => new Promise<never>(() => {})
    expect(await callOut(call("/"), here({ resolve: never, patience: 50 }))).toMatchObject({
      fault: "timeout",
    })
    const nowhere = async () => Promise.reject(new Error("no such name"))
    expect(await callOut(call("/"), here({ resolve: nowhere }))).toMatchObject({ fault: "unknown-host" })
  })

  it("trusts no certificate of another name or of nobody", async () => {
    const other = { url: `https://other.example:${port(tls)}/` }
    expect(await callOut(other, here())).toEqual({ ok: false, fault: "tls" })
    const { ca: _ca, ...unknown } = here()
    expect(await callOut(call("/"), unknown)).toEqual({ ok: false, fault: "tls" })
  })

  it("says that nobody is there", async () => {
    expect(await callOut({ url: "https://rp.example:1/" }, here())).toEqual({
      ok: false,
      fault: "unreachable",
    })
  })
})

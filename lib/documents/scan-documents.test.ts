import { randomUUID } from "node:crypto"
import { createServer } from "node:net"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { findClamd } from "@/bin/clamd.mjs"
import { freePort } from "@/bin/port.mjs"
import { pdf } from "@/db/factories/pdf"
import { eicar, OwnClamd } from "@/db/testing/own-clamd"
import { judgeDocuments, sendDocument } from "@/db/testing/send-document"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { type ClamdPlace, ScannerAway, scanForViruses } from "@/lib/storage/clamd"
import { listDocuments } from "./list-documents"

const test = useTestDatabase()
const program = findClamd()
const seconds = (count: number) => new Date(Date.parse("2026-11-21T02:00:00Z") + count * 1000)

async function* inPieces(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 60_000) yield bytes.subarray(at, at + 60_000)
}

describe.skipIf(program === null)("a real clamd", () => {
  let clamd: OwnClamd
  let socket: ClamdPlace
  let tcp: ClamdPlace
  beforeAll(async () => {
    clamd = new OwnClamd(program ?? "", await freePort())
    socket = { path: clamd.socket }
    tcp = { host: "127.0.0.1", port: clamd.port }
    await clamd.start()
  })
  afterAll(() => clamd.end())

  it("finds what it knows, over a socket and over TCP, and nothing in a file of 10 MB", async () => {
    const sick = Buffer.concat([pdf({ sizeBytes: 3_000_000 }), Buffer.from(eicar)])
    for (const place of [socket, tcp]) {
      expect(await scanForViruses(place, inPieces(Buffer.from(eicar)))).toBe("infected")
      expect(await scanForViruses(place, inPieces(sick))).toBe("infected")
      expect(await scanForViruses(place, inPieces(pdf({ sizeBytes: 10_000_000 })))).toBe("clean")
    }
  })

  it("has a document refused that holds EICAR, and a clean one marked so", async () => {
    const { db } = test()
    const sick = await sendDocument(db, "eicar.pdf", Buffer.from(eicar), { clamd: socket })
    expect(sick).toMatchObject({ state: "refused", refusal: "infected" })
    const clean = await sendDocument(db, "order.pdf", pdf(), { clamd: tcp })
    expect(clean).toMatchObject({ state: "ready", virusScan: "clean" })
  })

  it("that is down lets documents wait, and they go on by themselves when it is back", async () => {
    const { db } = test()
    const holder = { kind: "order" as const, id: randomUUID() }
    await clamd.stop()
    const waiting = await sendDocument(db, "order.pdf", pdf(), { clamd: socket, holder, now: seconds(0) })
    expect(waiting.state).toBe("waiting-for-scan")
    await judgeDocuments(db, { clamd: socket, now: seconds(20) })
    expect(await listDocuments(db, holder)).toMatchObject([{ state: "waiting-for-scan" }])
    await clamd.start()
    await judgeDocuments(db, { clamd: socket, now: seconds(25) })
    expect(await listDocuments(db, holder)).toMatchObject([{ state: "waiting-for-scan" }])
    await judgeDocuments(db, { clamd: socket, now: seconds(40) })
    expect(await listDocuments(db, holder)).toMatchObject([{ state: "ready", virusScan: "clean" }])
  })
})

describe("a scanner that gives no verdict", () => {
  it.each([
    ["answers with an error", "INSTREAM size limit exceeded. ERROR\0"],
    ["says a word that only looks like one", "stream: OK FOUNDLING\0"],
    ["hangs up", ""],
  ])("lets the file wait when it %s", async (_name, answer) => {
    const server = createServer((socket) => {
      socket.on("error", () => {})
      socket.once("data", () => socket.end(answer))
    }).listen(0, "127.0.0.1")
    await new Promise((resolve) => server.once("listening", resolve))
    const { port } = server.address() as { port: number }
    try {
      const scan = scanForViruses({ host: "127.0.0.1", port }, inPieces(Buffer.from("x")))
      await expect(scan).rejects.toBeInstanceOf(ScannerAway)
    } finally {
      server.close()
    }
  })
})

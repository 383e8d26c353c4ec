import { describe, expect, it, vi } from "vitest"

vi.mock("next/headers", () => ({ headers: async () => new Headers() }))

import { bytesHandler } from "./bytes-handler"
import { filesHandler } from "./files-handler"

const seen: { fields: object; fileName: string; sizeBytes: number | null; text: string }[] = []
let coming: Pick<(typeof seen)[number], "fields" | "fileName" | "sizeBytes"> | undefined
const handler = filesHandler({
  begin: async (fields, file) => {
    if (file.fileName === "no.pdf") return { ok: false, refusal: { code: "documents.too-many" } }
    coming = { fields: { ...fields }, ...file }
    return { ok: true, value: { id: file.fileName, ticket: "t" } }
  },
  receive: async ({ bytes }) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of bytes) chunks.push(Buffer.from(chunk))
    if (coming) seen.push({ ...coming, text: Buffer.concat(chunks).toString() })
    return { ok: true, value: null }
  },
  back: (fields) => `/register/5?of=${fields.number}`,
})

async function post(body: FormData | URLSearchParams, headers: Record<string, string> = {}) {
  seen.length = 0
  const unsent = new Request("http://127.0.0.1:3000/x", { method: "POST", body })
  const bytes = Buffer.from(await unsent.arrayBuffer())
  const type = { "content-type": unsent.headers.get("content-type") ?? "" }
  const length = { "content-length": String(bytes.length) }
  return await handler(
    new Request(unsent.url, { method: "POST", body: bytes, headers: { ...type, ...length, ...headers } }),
  )
}

function form(...names: readonly string[]): FormData {
  const data = new FormData()
  data.set("number", "R-1")
  for (const name of names) data.append("file", new File([`of ${name}`], name))
  return data
}

describe("a form with files", () => {
  it("hands over each with the fields before it, and leads back", async () => {
    const answer = await post(form("a.pdf", "ข.png"))
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/register/5?of=R-1"])
    expect(seen).toEqual([
      { fields: { number: "R-1" }, fileName: "a.pdf", sizeBytes: null, text: "of a.pdf" },
      { fields: { number: "R-1" }, fileName: "ข.png", sizeBytes: null, text: "of ข.png" },
    ])
  })

  it("takes the others when one is refused, and says why that one was", async () => {
    const answer = await post(form("no.pdf", "b.pdf"))
    expect(answer.headers.get("location")).toBe("/register/5?of=R-1&refused=documents.too-many")
    expect(seen.map(({ fileName }) => fileName)).toEqual(["b.pdf"])
  })

  it("says so when no file was chosen", async () => {
    const empty = form()
    empty.append("file", new File([], ""))
    const { code } = { code: "documents.none-chosen" }
    expect((await post(empty)).headers.get("location")).toContain(`refused=${code}`)
  })

  it("gives a ticket to a script that announces a file", async () => {
    const answer = await post(new URLSearchParams({ number: "R-1", fileName: "a.pdf", sizeBytes: "7" }))
    expect(await answer.json()).toEqual({ id: "a.pdf", ticket: "t" })
    expect(coming).toMatchObject({ fields: { number: "R-1" }, sizeBytes: 7 })
    const no = await post(new URLSearchParams({ number: "R-1", fileName: "no.pdf", sizeBytes: "7" }))
    expect(await no.json()).toMatchObject({ refused: "documents.too-many", sentence: expect.any(String) })
  })

  it("is refused from another site, when too long, and when it is broken", async () => {
    expect((await post(form("a.pdf"), { origin: "https://evil.example" })).status).toBe(403)
    expect((await post(form("a.pdf"), { "content-length": "999999999" })).status).toBe(413)
    const cut = new Request("http://127.0.0.1:3000/x", {
      method: "POST",
      body: "--x\r\n",
      headers: { "content-type": "multipart/form-data; boundary=x", "content-length": "5" },
    })
    expect((await handler(cut)).status).toBe(400)
  })
})

describe("bytes that a script sends", () => {
  const patch = (headers: Record<string, string>) =>
    bytesHandler<null>(10, async ({ ticket }) =>
      ticket === "good"
        ? { ok: true, value: null }
        : { ok: false, refusal: { code: "documents.upload-gone" } },
    )(new Request("http://127.0.0.1:3000/x", { method: "PATCH", body: "x", headers }), null)
  const good = { "upload-ticket": "good", "upload-offset": "0", "content-length": "1" }

  it("go through with a ticket, from our own pages, up to the limit", async () => {
    expect(await (await patch(good)).json()).toEqual({ received: true })
    expect(await (await patch({ ...good, "upload-ticket": "bad" })).json()).toMatchObject({
      refused: "documents.upload-gone",
    })
    expect((await patch({ ...good, origin: "https://evil.example" })).status).toBe(403)
    expect((await patch({ ...good, "content-length": "11" })).status).toBe(413)
    expect((await patch({ "upload-ticket": "good" })).status).toBe(400)
  })
})

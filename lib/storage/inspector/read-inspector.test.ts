import { describe, expect, it } from "vitest"
import { readInspector } from "./read-inspector"

const webp = Buffer.from("RIFF\u0004\0\0\0WEBPxxxx", "latin1")
const page = (nth: number, more: object = {}) => ({
  kind: "page",
  page: nth,
  width: 9,
  height: 9,
  bytes: webp.length,
  qr: [],
  ...more,
})
const sound = (pages: number) => ({ kind: "fit", mediaType: "application/pdf", pages })
const ready = { kind: "ready" }

/** What comes out of a process, in pieces of a few bytes. */
async function read(...said: readonly (object | Buffer | string)[]) {
  const bytes = Buffer.concat(
    said.map((one) =>
      Buffer.isBuffer(one) ? one : Buffer.from(typeof one === "string" ? one : `${JSON.stringify(one)}\n`),
    ),
  )
  async function* source() {
    for (let at = 0; at < bytes.length; at += 5) yield bytes.subarray(at, at + 5)
  }
  const pages: number[] = []
  const verdict = await readInspector(source(), async (kept) => {
    pages.push(kept.page)
  })
  return { verdict, pages }
}

const unreadable = { fit: false, why: "unreadable" }

describe("what an inspector says", () => {
  it("is taken where it fits", async () => {
    expect(await read(ready, page(1), webp, page(2), webp, sound(2))).toEqual({
      verdict: { fit: true, mediaType: "application/pdf", pages: 2 },
      pages: [1, 2],
    })
    expect((await read(ready, { kind: "refused", why: "active" })).verdict).toEqual({
      fit: false,
      why: "active",
    })
  })

  it.each<[string, readonly (object | Buffer | string)[]]>([
    ["that dies without a verdict", [ready, page(1), webp]],
    ["that dies in the middle of a page", [ready, page(1), webp.subarray(0, 9)]],
    ["whose pages are out of order", [ready, page(2), webp, sound(1)]],
    ["that counts otherwise", [ready, page(1), webp, sound(2)]],
    ["that has no page", [ready, sound(1)]],
    ["that shows something else than an image", [ready, page(1), Buffer.from("<script>alert(1)"), sound(1)]],
    ["whose page is larger than agreed", [ready, page(1, { width: 99_999 }), webp, sound(1)]],
    ["that has a 41st page", [ready, page(41), webp, sound(41)]],
    ["that gives a reason of its own", [ready, { kind: "refused", why: "<b>" }]],
    ["that talks without end", [ready, "x".repeat(20_000)]],
    ["that says no JSON", [ready, "hello\n"]],
  ])("is not believed of one %s", async (_name, said) => {
    expect((await read(...said)).verdict).toEqual(unreadable)
  })

  it("is not the file's fault where it never started", async () => {
    expect((await read()).verdict).toBe("never-ready")
  })
})

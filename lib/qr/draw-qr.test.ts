import { describe, expect, it } from "vitest"
import { drawQrPng, drawQrSvg } from "./draw-qr"

describe("a QR code", () => {
  it("is drawn as one SVG path with four modules of white around it, and an escaped title", () => {
    const svg = drawQrSvg("https://sso.example/m/official", `คู่มือ <"&'>`)
    expect(svg).toContain("<title>คู่มือ &#60;&#34;&#38;&#39;&#62;</title>")
    expect(svg).toContain('<path d="M4 4h1v1h-1z')
    expect(svg).not.toContain("style=")
  })

  it("is drawn as a PNG of the side asked for, give or take what whole pixels a module need", async () => {
    const png = await drawQrPng("https://sso.example/m/official", 1024)
    expect(png.subarray(1, 4).toString()).toBe("PNG")
    expect(png.readUInt32BE(16)).toBeGreaterThan(980)
  })
})

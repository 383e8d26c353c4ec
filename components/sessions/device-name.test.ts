import { describe, expect, it } from "vitest"
import { deviceName } from "./device-name"

describe("a device is named from what its browser says", () => {
  it("tells browsers that claim to be each other apart", () => {
    const edge =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0"
    expect(deviceName(edge)).toBe("Edge · Windows")
    const line = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Safari Line/15.1"
    expect(deviceName(line)).toBe("LINE · iPhone")
    expect(deviceName("Mozilla/5.0 (Linux; Android 14) Chrome/140.0 Mobile Safari/537.36")).toBe(
      "Chrome · Android",
    )
  })
  it("counts a browser without a window as what it is", () => {
    expect(deviceName("Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/156.0 Safari/537.36")).toBe(
      "Chrome · Linux",
    )
  })
  it("names nothing that is not known", () => {
    expect(deviceName("")).toBeUndefined()
    expect(deviceName("<script>alert(1)</script>")).toBeUndefined()
  })
})

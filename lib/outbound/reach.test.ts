import { describe, expect, it } from "vitest"
import { targetOf } from "./call-out"
import { mayReach, reachOf } from "./reach"

const outside = reachOf("", false)
const demonstration = reachOf("", true)

const refusedAddresses = [
  "127.0.0.1",
  "127.8.8.8",
  "0.0.0.0",
  "10.0.0.1",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.1.1",
  "169.254.169.254",
  "100.64.0.1",
  "224.0.0.1",
  "255.255.255.255",
  "192.0.2.1",
  "198.18.0.1",
  "::",
  "::1",
  "fc00::1",
  "fd12:3456::1",
  "fe80::1",
  "ff02::1",
  "::ffff:10.0.0.1",
  "::ffff:a00:1",
  "::ffff:127.0.0.1",
  "64:ff9b::a00:1",
  "2001:db8::1",
  "2002:a00:1::",
]

describe("where calls to typed addresses may go", () => {
  it.each(refusedAddresses)("not to a name at %s", (address) => {
    expect(mayReach(outside, "rp.example", address)).toBe(false)
  })

  it.each([
    "https://127.0.0.1/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://0177.0.0.1/",
    "https://127.1/",
    "https://0xa9fea9fe/",
    "https://10.1/",
    "https://[::1]/",
    "https://[::ffff:10.0.0.1]/",
    "https://[fe80::1]/",
    "https://127.0.0.1./",
  ])("not to %s", (address) => {
    expect(targetOf(address, outside)).toBe("private-address")
  })

  it.each([
    "http://rp.example/",
    "ftp://rp.example/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "https://name@rp.example/",
    "https://:secret@rp.example/",
    "rp.example",
    "https://",
  ])("not to %s at all", (address) => {
    expect(targetOf(address, outside)).toBe("address")
    expect(targetOf(address, demonstration)).toBe("address")
  })

  it("to public addresses", () => {
    for (const address of ["https://203.1.2.3/", "https://[2001:fb1::1]/", "https://rp.example:8443/out?a=1"])
      expect(targetOf(address, outside), address).toBeInstanceOf(URL)
  })

  it("to networks of the list, by the address", () => {
    const reach = reachOf("10.20.0.0/16,fd00:20::/32", false)
    expect(targetOf("https://10.20.3.4/", reach)).toBeInstanceOf(URL)
    expect(targetOf("https://[fd00:20::1]/", reach)).toBeInstanceOf(URL)
    expect(targetOf("https://10.21.3.4/", reach)).toBe("private-address")
  })

  it("to this machine in a demonstration alone, over plain http too", () => {
    expect(targetOf("http://127.0.0.1:3000/", demonstration)).toBeInstanceOf(URL)
    expect(targetOf("http://127.0.0.1:3000/", outside)).toBe("address")
    expect(targetOf("http://10.0.0.1/", demonstration)).toBe("address")
  })
})

import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { dayToTry, infoSample } from "./info.mjs"

const secrets = { infoClientSecret: "client", infoDatabasePassword: "p/w", infoKey: "key" }
const env = {
  ...{ ORIGIN: "http://127.0.0.1:3000", PATH: "/bin", NODE_ENV: "test" as const, KEY_RING: "k1:ring" },
  ...{ SESSION_SECRET: "session", DATABASE_URL: "postgres://portal:x@127.0.0.1:5/dla" },
  DATABASE_OWNER_URL: "postgres://owner:own@127.0.0.1:5/dla",
}

describe("the demonstration's INFO", () => {
  it("knows the portal by its issuer, and the database by a role of its own", async () => {
    const { info, portal } = await infoSample({ ...env, INFO_PORT: "4556" }, secrets)
    expect(portal).toEqual({ INFO_ORIGIN: "http://127.0.0.1:4556" })
    expect(info).toMatchObject({
      INFO_ISSUER: "http://127.0.0.1:3000/oidc",
      INFO_DATABASE_URL: "postgres://dla_info:p%2Fw@127.0.0.1:5/dla",
    })
  })

  it("gets none of the portal's keys, and the owner's only while its schema is made", async () => {
    const { info, preparing } = await infoSample(env, secrets)
    for (const secret of [env.KEY_RING, env.SESSION_SECRET, env.DATABASE_URL]) {
      expect(JSON.stringify(info)).not.toContain(secret)
      expect(JSON.stringify(preparing)).not.toContain(secret)
    }
    expect(JSON.stringify(info)).not.toContain("owner:own")
    expect(preparing).toMatchObject({ INFO_DATABASE_OWNER_URL: env.DATABASE_OWNER_URL })
  })

  it.each([
    ["2026-11-22T12:00:00Z", "2026-12-10"],
    ["2026-11-30T16:59:00Z", "2026-12-10"],
    ["2026-11-30T17:00:00Z", ""],
    ["2026-12-30T16:59:00Z", ""],
    ["2026-12-30T17:00:00Z", "2027-03-10"],
    ["2027-01-05T12:00:00Z", "2027-03-10"],
    ["2027-10-01T12:00:00Z", "2027-12-10"],
  ])("at %s can be tried, on the day %j", (at, day) => {
    expect(dayToTry(new Date(at))).toBe(day)
  })

  it("names in its package every package that it imports, in the version that is installed here", () => {
    const read = (path: string) => JSON.parse(readFileSync(path, "utf8"))
    const { dependencies } = read("examples/info/package.json")
    const root = read("package.json")
    const here = { ...root.dependencies, ...root.devDependencies }
    for (const [name, version] of Object.entries(dependencies)) expect(here[name], name).toBe(version)
    const code = readdirSync("examples/info").filter((name) => /(?<!\.test)\.ts$/.test(name))
    const imported = code.flatMap((name) => {
      const text = readFileSync(`examples/info/${name}`, "utf8")
      return [...text.matchAll(/(?:from|resolve\() ?"([^."][^"]*)"/g)].map(([, found = ""]) => found)
    })
    const packages = imported
      .filter((name) => !name.startsWith("node:"))
      .map((name) =>
        name
          .split("/")
          .slice(0, name.startsWith("@") ? 2 : 1)
          .join("/"),
      )
    expect([...new Set(packages)].toSorted()).toEqual(
      Object.keys(dependencies).filter((name) => name !== "tsx"),
    )
    const lock = read("examples/info/package-lock.json").packages[""].dependencies
    expect(lock).toEqual(dependencies)
  })
})

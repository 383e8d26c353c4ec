import { execFileSync } from "node:child_process"

/** Makes requests of a unit that wait at the desk, in the database of a home; their numbers, the first first. */
export function makeRequests(home: string, unitCode: string, count: number, name: string): string[] {
  const settings = ["-u", "E2E_HOME", ...(home === "" ? [] : [`DLA_SSO_HOME=${home}`]), process.execPath]
  const script = ["bin/script.mjs", "db/testing/requests/run.ts", unitCode, String(count), name]
  const said = execFileSync("env", [...settings, ...script], { encoding: "utf8" })
  return said.split("\n").filter((line) => /^R-\d{4}-\d{4}$/.test(line))
}

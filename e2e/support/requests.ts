import { execFile } from "node:child_process"
import { promisify } from "node:util"

const run = promisify(execFile)

/** A request that waits, and where its applicant reads of what became of it. */
type Request = { readonly number: string; readonly email: string }

/** Makes requests of a unit that wait at the desk, in the database of a home, the first first. */
export async function makeRequests(
  home: string,
  unitCode: string,
  count: number,
  name: string,
): Promise<Request[]> {
  const settings = ["-u", "E2E_HOME", ...(home === "" ? [] : [`DLA_SSO_HOME=${home}`]), process.execPath]
  const script = ["bin/script.mjs", "db/testing/requests/run.ts", unitCode, String(count), name]
  const { stdout } = await run("env", [...settings, ...script], { encoding: "utf8" })
  return [...stdout.matchAll(/^(R-\d{4}-\d{4}) (\S+)$/gm)].map(([, number = "", email = ""]) => ({
    number,
    email,
  }))
}

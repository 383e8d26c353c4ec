import { spawn } from "node:child_process"
import { root } from "./root.mjs"

/**
 * Runs `db/prepare.ts` (schema, stamp, reference data, cast) and passes on what it says.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} its exit code
 */
export function prepare(env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["--import", "tsx", "db/prepare.ts"], {
      cwd: root,
      env,
      stdio: "inherit",
    })
    child.once("exit", (code) => resolve(code ?? 1))
  })
}

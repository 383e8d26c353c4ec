import { spawn } from "node:child_process"
import { root } from "./root.mjs"

/**
 * Runs a program to its end. Being told to stop meanwhile stops the program too, so that none is left behind at work
 * on files that the next start would touch.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, stdio?: import("node:child_process").StdioOptions, onSecond?: () => void }} [options]
 * @returns {Promise<{ code: number, output: string }>} `output` holds what was piped
 */
export function runChild(program, args, { env = process.env, stdio = "inherit", onSecond } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, env, stdio })
    let output = ""
    child.stdout?.on("data", (chunk) => {
      output += chunk
    })
    child.stderr?.on("data", (chunk) => {
      output += chunk
    })
    const ticking = setInterval(() => onSecond?.(), 1000)
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => {
      child.kill(signal)
      child.once("close", () => process.exit(signal === "SIGINT" ? 130 : 143))
    }
    process.on("SIGINT", pass).on("SIGTERM", pass)
    const finish = (/** @type {number} */ code) => {
      clearInterval(ticking)
      process.off("SIGINT", pass).off("SIGTERM", pass)
      resolve({ code, output })
    }
    child.once("error", (error) => {
      output += error.message
      finish(127)
    })
    child.once("close", (code) => finish(code ?? 1))
  })
}

/**
 * The arguments that run npm by the Node of this process, even where only npm's own script is known.
 *
 * @param {string[]} args
 * @returns {[string, string[]]}
 */
export function npm(args) {
  const script = process.env.npm_execpath
  return script?.endsWith(".js") ? [process.execPath, [script, ...args]] : ["npm", args]
}

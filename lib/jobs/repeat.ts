import "server-only"
import { log } from "@/lib/log"
import { Bell } from "./bell"

/** A job that runs until it is told to stop. */
export type Running = {
  /** Lets the turn in hand end and starts no other. */
  readonly stop: () => Promise<void>
}

/** A turn of a job. Says whether more work waits, so that the next turn follows at once. */
export type JobTurn = () => Promise<"more" | "idle">

const afterTrouble = 1000

/**
 * Repeats a job: at once while there is more to do, else when the bell rings and every `pause` milliseconds. A turn
 * that fails (a database that is away) is logged and tried again a second later; the process lives on.
 */
export function repeat(name: string, pause: number, turn: JobTurn, bell: Bell = new Bell()): Running {
  let stopping = false
  const work = async () => {
    while (!stopping) {
      const heard = bell.count
      const next = await turn().catch((error: unknown) => {
        log.error({ job: name, error: errorCode(error) }, "jobs: a turn failed")
        return "trouble" as const
      })
      if (next !== "more" && !stopping) await bell.wait(heard, next === "trouble" ? afterTrouble : pause)
    }
  }
  const ended = work()
  return {
    async stop() {
      stopping = true
      bell.ring()
      await ended
    },
  }
}

/** What kind of error it was. Its message stays out of the log: it may quote what the database was given. */
export function errorCode(error: unknown): string {
  const { code, cause, name } = error as { code?: unknown; cause?: unknown; name?: unknown }
  if (typeof code === "string") return code
  if (cause) return errorCode(cause)
  return typeof name === "string" ? name : "unknown"
}

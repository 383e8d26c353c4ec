import { required } from "@/lib/env"
import { dropMonth, type NotDropped } from "./drop-month"

const reasons: Record<NotDropped, string> = {
  "not-a-month": "name a month, like 2024-01",
  "too-young": "the audit of a month is kept for two years after its end",
  "not-closed": "the month has not been closed; the jobs process closes months that are wholly sealed",
  "not-there": "the month has been dropped before",
}

const month = process.argv[2] ?? ""
const outcome = await dropMonth(required("DATABASE_OWNER_URL"), month, new Date())
if (outcome === "dropped") process.stdout.write(`dropped the audit of ${month}\n`)
else {
  process.stderr.write(`nothing was dropped: ${reasons[outcome]}\n`)
  process.exitCode = 1
}

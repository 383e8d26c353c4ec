import "server-only"
import { connect } from "@/db/client"
import { listen } from "@/db/listen"
import { env, required } from "@/lib/env"
import { log } from "@/lib/log"
import { mailChannel } from "@/lib/mail/rules"
import { configuredTransport } from "@/lib/mail/transport/configured-transport"
import { Bell } from "./bell"
import { deliverMail } from "./deliver-mail"
import { dropMail } from "./drop-mail"
import { repeat } from "./repeat"

const senders = 4
const clock = () => new Date()

const url = required("DATABASE_URL")
const { db, close } = connect(url, { max: senders + 2 })
const transport = configuredTransport(senders)
const bell = new Bell()

const running = [
  deliverMail({ db, transport, from: env.MAIL_FROM, host: new URL(env.ORIGIN).host, clock }, senders, bell),
  dropMail(db, clock),
]

let deaf: (() => Promise<void>) | undefined
const hearing = repeat("listen", 600_000, async () => {
  deaf ??= await listen(url, mailChannel, () => bell.ring())
  return "idle"
})

let stopping = false
async function stop(reason: string): Promise<void> {
  if (stopping) return
  stopping = true
  log.info({ reason }, "jobs: stopping")
  await Promise.all([hearing.stop(), ...running.map((job) => job.stop())])
  await deaf?.()
  transport.close()
  await close()
  log.info("jobs: stopped")
  process.exit(0)
}

process.on("SIGTERM", () => void stop("SIGTERM"))
process.on("SIGINT", () => void stop("SIGINT"))
// Started with a channel to its starter, the process does not outlive it.
process.on("disconnect", () => void stop("the starter is gone"))

log.info("jobs: started")

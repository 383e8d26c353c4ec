import "server-only"
import { connect } from "@/db/client"
import { listen } from "@/db/listen"
import { headFile } from "@/lib/audit/head-file"
import { keyRing } from "@/lib/crypto/ring"
import { env, required } from "@/lib/env"
import { log } from "@/lib/log"
import { mailChannel } from "@/lib/mail/rules"
import { configuredTransport } from "@/lib/mail/transport/configured-transport"
import { issuer } from "@/lib/oidc/issuer"
import { configuredClamd } from "@/lib/storage/clamd"
import { configuredStore } from "@/lib/storage/configured-store"
import { Bell } from "./bell"
import { bringInUsers } from "./bring-in-users"
import { carryOutChanges } from "./carry-out-changes"
import { carryOutDecisions } from "./carry-out-decisions"
import { checkDocuments } from "./check-documents"
import { deliverMail } from "./deliver-mail"
import { dropMail } from "./drop-mail"
import { keepAudit } from "./keep-audit"
import { keepMembers } from "./keep-members"
import { keepProviderKeys } from "./keep-provider-keys"
import { keepRights } from "./keep-rights"
import { purge } from "./purge"
import { purgeFiles } from "./purge-files"
import { readDocuments } from "./read-documents"
import { errorCode, repeat } from "./repeat"
import { sealAudit } from "./seal-audit"
import { sendWebhooks } from "./send-webhooks"
import { tellLapses } from "./tell-lapses"
import { tellSystems } from "./tell-systems"
import { warnOwners } from "./warn-owners"
import { watchUnits } from "./watch-units"

/** Mails in hand at once, each over a connection of its own. */
const senders = 8
const clock = () => new Date()

const url = required("DATABASE_URL")
const { db, close } = connect(url, { max: 4 })
const transport = configuredTransport(senders)
const bell = new Bell()

const ring = keyRing()
const keeping = keepAudit(db, ring, headFile(), clock)
const store = await configuredStore()
const running = [
  deliverMail(
    { db, transport, from: env.MAIL_FROM, host: new URL(env.ORIGIN).host, origin: env.ORIGIN, clock },
    senders,
    bell,
  ),
  dropMail(db, clock),
  sealAudit(db, ring, clock),
  purge(db, clock),
  warnOwners(db, clock),
  checkDocuments({ db, store, clamd: configuredClamd(), clock }),
  readDocuments({ db, store, pictures: env.READ_PICTURES === "1", clock }),
  purgeFiles(db, store, clock),
  carryOutDecisions(db, clock),
  carryOutChanges(db, clock),
  bringInUsers(db, clock),
  keepMembers(db, clock),
  keepRights(db, clock),
  tellLapses(db, clock),
  watchUnits(db, clock),
  sendWebhooks(db, clock),
  keepProviderKeys(db, clock),
  tellSystems({ db, issuer: issuer(), clock }),
]

let deaf: (() => Promise<void>) | undefined
const hearing = repeat("listen", 600_000, async () => {
  deaf ??= await listen(url, mailChannel, () => bell.ring())
  return "idle"
})

async function finish(): Promise<void> {
  await Promise.all([hearing.stop(), ...running.map((job) => job.stop())])
  // Last, so that the heads written down cover all that was sealed.
  await keeping.stop()
  await deaf?.()
  transport.close()
  await close()
}

let stopping = false
function stop(reason: string): void {
  if (stopping) return
  stopping = true
  log.info({ reason }, "jobs: stopping")
  finish().then(
    () => {
      log.info("jobs: stopped")
      process.exit(0)
    },
    (error: unknown) => {
      log.error({ error: errorCode(error) }, "jobs: stopped badly")
      process.exit(1)
    },
  )
}

process.on("SIGTERM", () => stop("SIGTERM"))
process.on("SIGINT", () => stop("SIGINT"))
// Started with a channel to its starter, the process does not outlive it.
process.on("disconnect", () => stop("the starter is gone"))

log.info("jobs: started")

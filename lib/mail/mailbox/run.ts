import "server-only"
import { env, required } from "@/lib/env"
import { log } from "@/lib/log"
import { smtpListener } from "./smtp-listener"

// The demonstration mailbox: a process of its own that takes mail by real SMTP, from this machine only.
if (env.APP_MODE !== "demo") throw new Error("the mailbox belongs to the demonstration")

const listener = await smtpListener(required("MAILBOX_DIR"), env.MAILBOX_SMTP_PORT)
log.info({ port: listener.port }, "mailbox: listening")

async function stop(): Promise<void> {
  await listener.close()
  process.exit(0)
}

process.on("SIGTERM", () => void stop())
process.on("SIGINT", () => void stop())
// Started with a channel to its starter, the process tells it the port and does not outlive it.
process.send?.({ port: listener.port })
process.on("disconnect", () => void stop())

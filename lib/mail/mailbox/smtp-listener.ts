import "server-only"
import type { AddressInfo } from "node:net"
import { SMTPServer } from "smtp-server"
import { forgetOldMessages, keepMessage, openMailbox } from "./messages"

const largest = 1024 * 1024
/** Looking for messages to forget at every single one would be most of the work. */
const forgetEvery = 500

/** The demonstration mailbox's way in. */
export type SmtpListener = { readonly port: number; readonly close: () => Promise<void> }

/**
 * Listens on the loopback interface and puts what comes in into the folder. A message is answered for only once it is
 * stored, as a real server does.
 *
 * @param port 0 picks a free one
 */
export async function smtpListener(folder: string, port: number): Promise<SmtpListener> {
  await openMailbox(folder)
  let received = 0
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    authOptional: true,
    disableReverseLookup: true,
    size: largest,
    logger: false,
    onData(stream, session, callback) {
      const store = async () => {
        const message = await bytesOf(stream)
        for (const { address } of session.envelope.rcptTo) keepMessage(folder, address, message)
        received += 1
        if (received % forgetEvery === 1) await forgetOldMessages(folder)
      }
      store().then(
        () => callback(null),
        () => callback(new Error("the message could not be stored")),
      )
    },
  })
  // A client that hangs up in the middle is its own trouble; without a listener it would end the process.
  server.on("error", () => {})
  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject)
    server.listen(port, "127.0.0.1", resolve)
  })
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function bytesOf(stream: AsyncIterable<Buffer | string>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}

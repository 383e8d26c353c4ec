import "server-only"
import { createTransport } from "nodemailer"
import MailComposer from "nodemailer/lib/mail-composer"
import { NotTaken, type Transport } from "./transport"

const second = 1000

/**
 * Mail by SMTP from a URL `smtp://user:password@host:port` or `smtps://…`. TLS is required, also where the URL says
 * `smtp:` (STARTTLS, RFC 3207), except on the loopback interface.
 *
 * @param senders how many connections may be open at once
 */
export function smtpTransport(url: string, senders: number): Transport {
  const at = new URL(url)
  const secure = at.protocol === "smtps:"
  const mailer = createTransport({
    pool: true,
    maxConnections: senders,
    host: at.hostname.replace(/^\[|\]$/g, ""),
    port: Number(at.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !isLoopback(at.hostname),
    ignoreTLS: !secure && isLoopback(at.hostname),
    ...(at.username
      ? { auth: { user: decodeURIComponent(at.username), pass: decodeURIComponent(at.password) } }
      : {}),
    connectionTimeout: 10 * second,
    greetingTimeout: 10 * second,
    dnsTimeout: 10 * second,
    socketTimeout: 20 * second,
  })
  return {
    async send({ id, from, to, subject, html, text, sentAt }) {
      const messageId = `<${id}@${domainOf(from)}>`
      try {
        const message = new MailComposer({
          messageId,
          from,
          // An address object is taken as it is; a text would be parsed as a list of addresses.
          to: { name: "", address: to },
          subject,
          html,
          text,
          date: sentAt,
          // Thai is half as long in base64 as quoted-printable, and a third of the work.
          textEncoding: "base64",
          disableFileAccess: true,
          disableUrlAccess: true,
        }).compile()
        // Written out first: as a stream, a message of 6 KB would go over the line in a dozen pieces.
        await mailer.sendMail({ envelope: message.getEnvelope(), raw: await message.build() })
      } catch (error) {
        throw notTaken(error)
      }
    },
    close: () => mailer.close(),
  }
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host)
}

function domainOf(from: string): string {
  return /@([^\s>]+)/.exec(from)?.[1] ?? "localhost"
}

const connectionTroubles = new Set([
  "ECONNECTION",
  "ETIMEDOUT",
  "ESOCKET",
  "EDNS",
  "ETLS",
  "EAUTH",
  "ENOAUTH",
])

/** A refused recipient is refused for ever (RFC 5321 §4.2.1, 5yz); anything else may be the server's bad day. */
function notTaken(error: unknown): NotTaken {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  const name = typeof code === "string" && /^[A-Z_]{2,24}$/.test(code) ? code : "UNKNOWN"
  const status = typeof responseCode === "number" ? responseCode : undefined
  const text = status === undefined ? `smtp ${name}` : `smtp ${name} ${status}`
  if (connectionTroubles.has(name)) return new NotTaken(text, "down")
  return new NotTaken(text, name === "EENVELOPE" && status !== undefined && status >= 500 ? "mail" : "later")
}

import "server-only"
import { createHash, randomUUID } from "node:crypto"
import { renameSync, writeFileSync } from "node:fs"
import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises"
import { join } from "node:path"
import PostalMime from "postal-mime"

/** How many messages the demonstration mailbox keeps. */
export const mailboxKeeps = 2000

/** A message in the mailbox; `sentAt` is when it came in. */
export type MailboxMessage = {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly sentAt: Date
}

const namePattern = /^[0-9a-f]{16}-([0-9a-f-]{36})\.eml$/

/** Files are named by a digest of the address first, so that one person's mail is found without reading all. */
function addressDigest(to: string): string {
  return createHash("sha256").update(to.toLowerCase()).digest("hex").slice(0, 16)
}

/** Makes the folder for messages. */
export async function openMailbox(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
}

/**
 * Stores a message (RFC 5322) as it came in for one recipient, so that a reader sees all of it or nothing. It is taken
 * apart when it is read, as by any mail program. Without a thread's help: for a file so small that is half the work.
 */
export function keepMessage(folder: string, to: string, message: Buffer): void {
  const name = `${addressDigest(to)}-${randomUUID()}.eml`
  const unfinished = join(folder, `${name}.part`)
  writeFileSync(unfinished, Buffer.concat([Buffer.from(`Delivered-To: ${to}\r\n`), message]), { mode: 0o600 })
  renameSync(unfinished, join(folder, name))
}

/** Removes the oldest messages beyond what is kept. */
export async function forgetOldMessages(folder: string, keep: number = mailboxKeeps): Promise<void> {
  const names = await messageNames(folder)
  if (names.length <= keep) return
  const entries = await withTimes(folder, names)
  await Promise.all(entries.slice(keep).map((entry) => rm(join(folder, entry.name), { force: true })))
}

/** The newest messages first; all of them, or those to one address. */
export async function listMessages(
  folder: string,
  filter: { readonly to?: string | undefined; readonly limit?: number } = {},
): Promise<MailboxMessage[]> {
  const start = filter.to === undefined ? "" : addressDigest(filter.to)
  const names = (await messageNames(folder)).filter((name) => name.startsWith(start))
  const entries = (await withTimes(folder, names)).slice(0, filter.limit ?? mailboxKeeps)
  const messages = await Promise.all(entries.map((entry) => readMessage(folder, entry)))
  return messages.filter((message) => message !== undefined)
}

/** One message by its id, or nothing. */
export async function findMessage(folder: string, id: string): Promise<MailboxMessage | undefined> {
  const name = (await messageNames(folder)).find((candidate) => namePattern.exec(candidate)?.[1] === id)
  const [entry] = name ? await withTimes(folder, [name]) : []
  return entry && (await readMessage(folder, entry))
}

type Entry = { readonly name: string; readonly at: Date; readonly order: bigint }

async function messageNames(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => namePattern.test(name))
}

/** Another process may forget a message between the listing and the look; then it is simply not there. */
async function withTimes(folder: string, names: readonly string[]): Promise<Entry[]> {
  const entries = await Promise.all(
    names.map(async (name): Promise<Entry | undefined> => {
      const info = await stat(join(folder, name), { bigint: true }).catch(() => undefined)
      return info && { name, at: info.mtime, order: info.mtimeNs }
    }),
  )
  return entries
    .filter((entry) => entry !== undefined)
    .sort((a, b) => (a.order === b.order ? 0 : a.order < b.order ? 1 : -1))
}

async function readMessage(folder: string, { name, at }: Entry): Promise<MailboxMessage | undefined> {
  const bytes = await readFile(join(folder, name)).catch(() => undefined)
  if (bytes === undefined) return undefined
  const { deliveredTo = "", subject = "", text = "", html = "" } = await PostalMime.parse(bytes)
  return { id: namePattern.exec(name)?.[1] ?? "", sentAt: at, to: deliveredTo, subject, text, html }
}

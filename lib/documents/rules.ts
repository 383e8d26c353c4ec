/** Largest file, in bytes (product page, "Limits and defaults"). */
export const maxDocumentBytes = 10 * 1024 * 1024

/** Files that one request may hold at once, those that were refused among them. */
export const maxDocuments = 10

/** Files that may ever be sent to one request: who sends and takes away without end fills the storage. */
export const maxDocumentsEver = 60

/** What is accepted, as a file input says it. The content decides, not the name. */
export const acceptedTypes = ["application/pdf", "image/jpeg", "image/png"] as const

/** One of them. */
export type MediaType = (typeof acceptedTypes)[number]

/** Why a document is not accepted. */
export const documentRefusals = [
  "empty",
  "too-large",
  "infected",
  "not-accepted",
  "program",
  "polyglot",
  "encrypted",
  "active",
  "unreadable",
  "unpacks-too-large",
  "too-many-pages",
  "too-many-pixels",
] as const

/** One of them. */
export type DocumentRefusal = (typeof documentRefusals)[number]

/** How far a document's words were read (db/schema/documents.ts); null while nobody has tried. */
export const documentReadings = ["layer", "picture-next", "picture", "blank"] as const

/** Longest name of a file that is kept, in code points. */
const maxNameLength = 120

const forbidden = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}<>:"|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/**
 * The name of a file as it is kept and shown: without any path, without characters that no name needs or that turn the
 * direction of reading, and short enough to be read; what it ends in is kept.
 */
export function cleanFileName(given: string): string {
  const bare = (given.normalize("NFC").split(/[\\/]/).at(-1) ?? "").replace(forbidden, "")
  const name = bare
    .replace(/\s+/g, " ")
    .replace(/^[. ]+/, "")
    .trim()
  if (name === "") return "file"
  const points = [...new Intl.Segmenter("th", { granularity: "grapheme" }).segment(name)].map(
    (s) => s.segment,
  )
  if ([...name].length <= maxNameLength) return name
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ""
  return `${shortened(points, maxNameLength - ending.length - 1)}…${ending}`
}

/** As many whole letters, with their vowels and tone marks, as fit. */
function shortened(letters: readonly string[], points: number): string {
  let kept = ""
  let left = points
  for (const letter of letters) {
    left -= [...letter].length
    if (left < 0) break
    kept += letter
  }
  return kept
}

const endings: Record<string, MediaType> = {
  pdf: "application/pdf",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  jpe: "image/jpeg",
  jfif: "image/jpeg",
  png: "image/png",
}

/** Whether a file's name says it is something else than its content is. No ending says nothing. */
export function isMisnamed(fileName: string, mediaType: MediaType): boolean {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(fileName)?.[1]?.toLowerCase()
  return ending !== undefined && endings[ending] !== mediaType
}

/** Stands for a QR code that this portal did not print: what such a code says is none of our business. */
export const foreignCode = "foreign"

/** A document as its owner's page lists it. */
export type DocumentLine = {
  readonly id: string
  readonly purpose: "evidence" | "order-scan"
  readonly fileName: string
  readonly mediaType: MediaType | null
  readonly sizeBytes: number
  readonly receivedBytes: number
  readonly state: "receiving" | "checking" | "waiting-for-scan" | "ready" | "refused"
  readonly refusal: DocumentRefusal | null
  readonly virusScan: "clean" | "unscanned" | null
  readonly sha256: string | null
  readonly pages: number | null
  readonly createdAt: Date
  /** Opens the sending of its bytes, and nothing else: for the script of its owner's page. */
  readonly ticket: string
}

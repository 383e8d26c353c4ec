import { sql } from "drizzle-orm"
import { bigint, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { bytes, instant } from "./columns"
import { accounts } from "./identity"

export const documentHolders = ["registration", "order"] as const

export const documentPurposes = ["evidence", "order-scan"] as const

/**
 * `receiving` while its bytes come in, `checking` while they are judged, `waiting-for-scan` while no virus scanner
 * answers; then `ready` or `refused`, for good. `removed`: its bytes are gone.
 */
export const documentStates = [
  "receiving",
  "checking",
  "waiting-for-scan",
  "ready",
  "refused",
  "removed",
] as const

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

/**
 * What became of reading a document's words; null while nobody has tried. `layer`: its text layer says them · `picture-next`:
 * there is none on some page, they can only be recognised on its picture · `picture`: some were · `blank`: there is
 * nothing legible.
 */
export const documentReadings = ["layer", "picture-next", "picture", "blank"] as const

/** A file that someone sent to a request. Its bytes lie in the storage, sealed under a key of its own. */
export const documents = pgTable(
  "documents",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    holderKind: text("holder_kind", { enum: documentHolders }).notNull(),
    /** The registration or order it was sent to; no foreign key, since it is one of two tables. */
    holderId: uuid("holder_id").notNull(),
    purpose: text("purpose", { enum: documentPurposes }).notNull(),
    /** As its owner called it, without any path. */
    fileName: text("file_name").notNull(),
    /** What its content is, never what was declared; null until judged. */
    mediaType: text("media_type", { enum: ["application/pdf", "image/jpeg", "image/png"] }),
    sizeBytes: bigint("size_bytes", { mode: "number" }).notNull(),
    /** How much of it is here, in bytes: from there a broken upload goes on. */
    receivedBytes: bigint("received_bytes", { mode: "number" }).notNull().default(0),
    state: text("state", { enum: documentStates }).notNull(),
    /** Why it was refused; each has its sentence. */
    refusal: text("refusal", { enum: documentRefusals }),
    virusScan: text("virus_scan", { enum: ["clean", "unscanned"] }),
    /** SHA-256 of the bytes that were sent. */
    sha256: bytes("sha256"),
    pages: integer("pages"),
    /** The file's own key, sealed under the key ring. */
    keySealed: bytes("key_sealed").notNull(),
    storageKey: text("storage_key").notNull().unique(),
    uploadedBy: uuid("uploaded_by").references(() => accounts.id),
    createdAt: instant("created_at").notNull(),
    readyAt: instant("ready_at"),
    removedAt: instant("removed_at"),
    /** When its bytes were taken out of the storage as well. */
    purgedAt: instant("purged_at"),
    /** While somebody judges it; after that instant he is taken for dead. */
    leasedUntil: instant("leased_until"),
    /** How often judging it was begun. */
    checks: integer("checks").notNull().default(0),
    /** Words are read of orders alone. */
    reading: text("reading", { enum: documentReadings }),
    /** While somebody reads it; after that instant he is taken for dead. */
    readingUntil: instant("reading_until"),
    /** How often reading it was begun, as far as it has come. */
    readingTries: integer("reading_tries").notNull().default(0),
  },
  (t) => [
    index("documents_unpurged").on(t.removedAt).where(sql`state = 'removed' and purged_at is null`),
    index("documents_holder").on(t.holderKind, t.holderId),
    index("documents_sha256").on(t.sha256),
    index("documents_unsettled")
      .on(t.createdAt)
      .where(sql`state in ('receiving', 'checking', 'waiting-for-scan')`),
    index("documents_unread")
      .on(t.readyAt)
      .where(
        sql`state = 'ready' and purpose = 'order-scan' and (reading is null or reading = 'picture-next')`,
      ),
  ],
)

/** A page as reviewers see it: an image, never the file that was sent. Sealed under the document's key. */
export const documentPages = pgTable(
  "document_pages",
  {
    documentId: uuid("document_id")
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    page: integer("page").notNull(),
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    storageKey: text("storage_key").notNull().unique(),
    /** What a QR code of this portal on the page says; `foreign` where there are others only, null where there is none. */
    qrText: text("qr_text"),
    /** Where its words were read; they lie in the storage beside its image, sealed alike. Null where there are none. */
    wordsFrom: text("words_from", { enum: ["layer", "picture"] }),
    wordsBytes: integer("words_bytes"),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.page] })],
)

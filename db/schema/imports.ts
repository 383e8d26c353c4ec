import { sql } from "drizzle-orm"
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { bytes, instant } from "./columns"
import { accounts } from "./identity"
import { units } from "./units"

export const importStates = ["judged", "applying", "applied", "undoing", "undone"] as const

export const importPlans = ["create", "change", "same", "refuse"] as const

export const importRowStates = ["waiting", "done", "failed", "undone", "kept"] as const

/** What is wrong in one cell: the letter of its column, its heading's key, and a code; `row` where another row is named. */
export type ImportFault = {
  readonly at: string
  readonly code: string
  readonly row?: number
}

/** What a row did, so that it can be undone where nobody changed it since. */
export type ImportMade = {
  readonly version?: number
  readonly before?: {
    readonly post: string
    readonly staffKind: "local-government" | "employee" | "department" | "other"
    readonly staffReason: string
    readonly officeTelephone: string | null
    readonly orderText: string
    readonly validUntil: string | null
  }
  /** The roles given, each with the mark that its grant had then. */
  readonly grants: readonly { readonly systemRoleId: string; readonly mark: string }[]
}

/** A workbook of users that a unit sent in: judged row by row, then applied, then perhaps undone. The file is not kept. */
export const importBatches = pgTable(
  "import_batches",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    unitId: uuid("unit_id")
      .notNull()
      .references(() => units.id),
    state: text("state", { enum: importStates }).notNull(),
    uploadedBy: uuid("uploaded_by")
      .notNull()
      .references(() => accounts.id),
    uploadedAt: instant("uploaded_at").notNull(),
    /** Who had it applied or undone last, and in which session: his powers of the moment count for each row. */
    actingBy: uuid("acting_by").references(() => accounts.id),
    actingSession: uuid("acting_session"),
    startedAt: instant("started_at"),
    finishedAt: instant("finished_at"),
    undoStartedAt: instant("undo_started_at"),
    undoneAt: instant("undone_at"),
  },
  (t) => [
    index("import_batches_unit_id").on(t.unitId, t.uploadedAt),
    index("import_batches_working").on(t.state).where(sql`state in ('applying', 'undoing')`),
    index("import_batches_uploaded_at").on(t.uploadedAt),
  ],
)

/** A row of such a workbook, sealed: it holds a national ID, names and an address. Gone 30 days after it came. */
export const importRows = pgTable(
  "import_rows",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    batchId: uuid("batch_id")
      .notNull()
      .references(() => importBatches.id, { onDelete: "cascade" }),
    /** Its number in the sheet. */
    number: integer("number").notNull(),
    plan: text("plan", { enum: importPlans }).notNull(),
    contentSealed: bytes("content_sealed").notNull(),
    faults: jsonb("faults").$type<readonly ImportFault[]>().notNull(),
    state: text("state", { enum: importRowStates }).notNull(),
    /** Why it failed, or could not be undone; a code. */
    outcome: text("outcome").notNull().default(""),
    offerId: uuid("offer_id"),
    membershipId: uuid("membership_id"),
    made: jsonb("made").$type<ImportMade>(),
    /** Roles of somebody new begin when he has accepted. */
    rolesState: text("roles_state", { enum: ["none", "waiting", "given", "failed"] })
      .notNull()
      .default("none"),
    settledAt: instant("settled_at"),
  },
  (t) => [
    uniqueIndex("import_rows_number").on(t.batchId, t.number),
    index("import_rows_state").on(t.batchId, t.state, t.number),
    index("import_rows_roles").on(t.offerId).where(sql`roles_state = 'waiting'`),
  ],
)

import { index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { bytes, instant } from "./columns"
import { accounts } from "./identity"

/** คู่มือการใช้งาน: a manual under the stable short address that its QR code leads to. */
export const manuals = pgTable("manuals", {
  id: uuid("id").primaryKey().defaultRandom(),
  slug: text("slug").notNull().unique(),
  titleTh: text("title_th").notNull(),
  titleEn: text("title_en").notNull(),
  summaryTh: text("summary_th").notNull(),
  summaryEn: text("summary_en").notNull(),
  sort: integer("sort").notNull(),
})

/** A file once, however many versions name it. */
export const manualFiles = pgTable("manual_files", {
  sha256: bytes("sha256").primaryKey(),
  content: bytes("content").notNull(),
})

/** A version of a manual; old ones stay reachable. */
export const manualVersions = pgTable(
  "manual_versions",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    manualId: uuid("manual_id")
      .notNull()
      .references(() => manuals.id),
    version: integer("version").notNull(),
    publishedAt: instant("published_at").notNull(),
    publishedBy: uuid("published_by").references(() => accounts.id),
    note: text("note").notNull().default(""),
    sizeBytes: integer("size_bytes").notNull(),
    pages: integer("pages"),
    sha256: bytes("sha256")
      .notNull()
      .references(() => manualFiles.sha256),
  },
  (t) => [
    uniqueIndex("manual_versions_number").on(t.manualId, t.version),
    index("manual_versions_sha256").on(t.sha256),
  ],
)

import "server-only"
import { z } from "zod"

/** Why a file is not accepted. */
export const fileFaults = [
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
export type FileFault = (typeof fileFaults)[number]

/** Limits that both sides of the wall keep to: the one that reads the file, and the one that does not believe it. */
export const inspectionLimits = {
  fileBytes: 10 * 1024 * 1024,
  pages: 40,
  imagePixels: 50_000_000,
  /** Longest side of a page's image, in pixels: A4 at some 210 dpi. */
  pageSide: 2480,
  pageBytes: 8 * 1024 * 1024,
} as const

const size = z.number().int().min(1).max(inspectionLimits.pageSide)

/**
 * What the process that reads a file says of it, a JSON line each. A page's line is followed by so many bytes of WebP.
 * `ready` comes first: whoever dies before it was never asked about the file.
 */
export const inspectorLine = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ready") }),
  z.object({
    kind: z.literal("page"),
    page: z.number().int().min(1).max(inspectionLimits.pages),
    width: size,
    height: size,
    bytes: z.number().int().min(1).max(inspectionLimits.pageBytes),
    qr: z.array(z.string().max(300)).max(8),
  }),
  z.object({
    kind: z.literal("fit"),
    mediaType: z.enum(["application/pdf", "image/jpeg", "image/png"]),
    pages: z.number().int().min(1).max(inspectionLimits.pages),
  }),
  z.object({ kind: z.literal("refused"), why: z.enum(fileFaults) }),
])

/** One of those lines. */
export type InspectorLine = z.infer<typeof inspectorLine>

/** A page as reviewers see it. */
export type PageImage = {
  readonly page: number
  readonly width: number
  readonly height: number
  /** What QR codes on it say. */
  readonly qr: readonly string[]
  /** WebP. */
  readonly image: Buffer
}

/** What a file turned out to be. */
export type FileVerdict =
  | {
      readonly fit: true
      readonly mediaType: "application/pdf" | "image/jpeg" | "image/png"
      readonly pages: number
    }
  | { readonly fit: false; readonly why: FileFault }

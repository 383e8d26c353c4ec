import type { RouteLine } from "./route-line"

const unitCode = "06360207"
const none = "00000000-0000-4000-8000-000000000000"

/** Lines of the route table for workbooks of users. */
export const importRoutes: Readonly<Record<string, RouteLine>> = {
  "/unit/[code]/import": {
    at: `/unit/${unitCode}/import`,
    typed: (value) => [`/unit/${value}/import`],
    query: ["refused"],
    isSignedIn: true,
  },
  "/unit/[code]/import/[batch]": {
    at: `/unit/${unitCode}/import/${none}`,
    typed: (value) => [`/unit/${unitCode}/import/${value}`, `/unit/${value}/import/${none}`],
    query: ["refused", "show", "after"],
    isSignedIn: true,
  },
  "/unit/[code]/import/[batch]/result": {
    at: `/unit/${unitCode}/import/${none}/result`,
    typed: (value) => [`/unit/${unitCode}/import/${value}/result`, `/unit/${value}/import/${none}/result`],
    isSignedIn: true,
  },
  "/unit/[code]/import/template": {
    at: `/unit/${unitCode}/import/template`,
    typed: (value) => [`/unit/${value}/import/template`],
    isSignedIn: true,
  },
  "/api/unit/import": {
    at: "/api/unit/import",
    isUpload: true,
    form: { unitCode, file: "x" },
    isSignedIn: true,
  },
  "/api/unit/import/apply": {
    at: "/api/unit/import/apply",
    form: { unitCode, batchId: none },
    isSignedIn: true,
  },
  "/api/unit/import/undo": {
    at: "/api/unit/import/undo",
    form: { unitCode, batchId: none },
    isSignedIn: true,
  },
  "/api/unit/import/export": {
    at: "/api/unit/import/export",
    isDownload: true,
    form: { unitCode, as: "csv" },
    isSignedIn: true,
  },
}

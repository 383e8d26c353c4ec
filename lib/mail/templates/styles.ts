import "server-only"
import type { CSSProperties } from "react"

// Colours are written rgb(…) and never as six hex digits: the code must be the first six-digit run of the message,
// because mail clients and phones offer the first one that they find.
const ink = "rgb(22, 35, 42)"
const quiet = "rgb(72, 86, 94)"
const line = "rgb(208, 216, 216)"

const text: CSSProperties = { color: ink, fontSize: "16px", lineHeight: "26px", margin: "0 0 12px" }

/** Styles of the mails, in the portal's palette; mail clients know inline styles only. */
export const styles = {
  body: {
    backgroundColor: "rgb(250, 249, 246)",
    fontFamily: "Sarabun, 'Noto Sans Thai', 'Leelawadee UI', Tahoma, sans-serif",
    margin: 0,
    padding: "16px 8px",
  },
  sheet: {
    backgroundColor: "rgb(255, 255, 255)",
    border: `1px solid ${line}`,
    borderRadius: "6px",
    margin: "0 auto",
    maxWidth: "560px",
    padding: "24px",
  },
  sender: { color: quiet, fontSize: "14px", lineHeight: "22px", margin: "0 0 16px" },
  title: { color: ink, fontSize: "22px", lineHeight: "32px", fontWeight: 600, margin: "0 0 12px" },
  text,
  quiet: { ...text, color: quiet },
  small: { color: quiet, fontSize: "14px", lineHeight: "22px", margin: 0 },
  code: {
    backgroundColor: "rgb(232, 246, 241)",
    borderRadius: "6px",
    color: "rgb(6, 84, 66)",
    fontFamily: "'SF Mono', Consolas, 'DejaVu Sans Mono', monospace",
    fontSize: "34px",
    fontWeight: 600,
    letterSpacing: "6px",
    lineHeight: "44px",
    margin: "0 0 12px",
    padding: "12px 16px",
    textAlign: "center",
  },
  warn: {
    backgroundColor: "rgb(253, 245, 226)",
    borderRadius: "6px",
    margin: "8px 0 20px",
    padding: "14px 16px 4px",
  },
  warnTitle: { ...text, fontWeight: 600, margin: "0 0 4px" },
  link: { color: ink, fontWeight: 600, textDecoration: "underline" },
  line: { borderColor: line, margin: "20px 0 16px" },
} as const satisfies Record<string, CSSProperties>

/** For readers in the dark, in clients that ask: the same parts in the portal's dark palette. */
export const darkRules = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .paper, .paper > table > tbody > tr > td { background-color: rgb(16, 27, 33) !important; }
  .sheet { background-color: rgb(24, 36, 43) !important; border-color: rgb(58, 74, 82) !important; }
  .ink { color: rgb(229, 236, 238) !important; }
  .quiet { color: rgb(170, 184, 190) !important; }
  .line { border-color: rgb(58, 74, 82) !important; }
  .code { background-color: rgb(20, 58, 49) !important; color: rgb(127, 222, 192) !important; }
  .warn { background-color: rgb(62, 48, 20) !important; }
}
`

import "server-only"
import type { Locale } from "@/lib/i18n/locale"
import { isDemonstration } from "./demonstration"

// The tokens of app/globals.css that one sentence needs; the built style sheet's address is not known here.
const style = `:root{color-scheme:light dark;--ink:#0c1e22;--paper:#faf9f6;--jade:#00664f;--soft:#fff0d1}
@media(prefers-color-scheme:dark){:root{--ink:#e0e9ea;--paper:#0d181b;--jade:#61cfae;--soft:#3e2b12}}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.65 Sarabun,"Noto Sans Thai",sans-serif}
aside{background:var(--soft);text-align:center;padding:4px 16px;font-size:.9rem}main{max-width:36rem;margin:8vh auto;padding:0 16px}
h1,h2{font-size:1.45rem;line-height:1.35}a{display:inline-block;padding:10px 1rem 10px 0;color:var(--jade);text-underline-offset:.22em}
button{min-height:44px;padding:0 1.25rem;border:1px solid var(--jade);border-radius:6px;background:var(--jade);color:var(--paper);font:inherit;font-weight:600}
:focus-visible{outline:3px solid var(--jade);outline-offset:2px}
.codes{columns:2 15rem;padding-left:2.2rem}.codes code{font:600 1.1rem/2 ui-monospace,"DejaVu Sans Mono",monospace;white-space:nowrap}
.slip dt{margin-top:.6rem}.slip dd{margin:0}.slip code{font:600 1.6rem/1.5 ui-monospace,"DejaVu Sans Mono",monospace;white-space:nowrap}
.qr{margin:1rem 0}.qr svg{width:9rem;height:9rem}
@media print{aside,.unprinted{display:none}main{margin:0}}`

/**
 * A whole page in plain HTML, for answers that React pages cannot give. Styled by a nonce, so that the content security
 * policy holds here too.
 *
 * @param page.main trusted HTML; what came from outside went through `escapeHtml`
 */
export function plainHtml(page: {
  readonly locale: Locale
  readonly nonce: string
  readonly title: string
  readonly banner: string
  readonly main: string
}): string {
  const banner = isDemonstration() ? `<aside>${escapeHtml(page.banner)}</aside>` : ""
  return `<!doctype html><html lang="${page.locale}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${escapeHtml(page.title)}</title><style nonce="${escapeHtml(page.nonce)}">${style}</style></head>
<body>${banner}<main>${page.main}</main></body></html>`
}

/** Text as it may stand in HTML and in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.codePointAt(0)};`)
}

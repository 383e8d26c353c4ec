import type { Metadata, Viewport } from "next"
import type { ReactNode } from "react"
import { brandName } from "@/components/frame/brand"
import { DemonstrationBanner } from "@/components/frame/demonstration-banner"
import { isDemonstration } from "@/lib/http/demonstration"
import { currentLocale, wordsIn } from "@/lib/i18n/words"
import { fontClasses } from "./fonts"
import "./globals.css"

/** Every page is titled “… – DLA SSO”. */
export const metadata: Metadata = {
  title: { template: `%s – ${brandName}`, default: brandName },
  formatDetection: { telephone: false, email: false, address: false },
}

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#16232a" },
  ],
}

/** Reads the request's language, so every page is rendered for its request and carries that request's nonce. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await currentLocale()
  const w = wordsIn(locale)
  return (
    <html lang={locale} className={fontClasses}>
      <body className="font-sans">
        <a
          href="#content"
          className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-10 focus:rounded-md focus:bg-sheet focus:px-4 focus:py-2"
        >
          {w.ui.skipToContent}
        </a>
        {isDemonstration() ? <DemonstrationBanner text={w.ui.demoBanner} /> : null}
        {children}
      </body>
    </html>
  )
}

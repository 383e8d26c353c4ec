"use client"
import { TroubleNotice } from "@/components/frame/trouble-notice"
import "./globals.css"

/** The same for a fault of the layout itself. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="th">
      <body>
        <TroubleNotice reference={error.digest} />
      </body>
    </html>
  )
}

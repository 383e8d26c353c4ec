"use client"

import { useRouter } from "next/navigation"
import { useEffect } from "react"

/** Has the page asked for anew every so many seconds while work goes on; without JavaScript it reloads itself. */
export function KeepLooking({ seconds, about }: { seconds: number; about: string }) {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), seconds * 1000)
    return () => clearInterval(timer)
  }, [router, seconds])
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content={String(seconds)} />
      </noscript>
      <p className="mt-2 text-sm text-ink-2">{about}</p>
    </>
  )
}

"use client"
import { TroubleNotice } from "@/components/frame/trouble-notice"

/** Unexpected faults of a page: one calm sentence and the reference under which the fault stands in the log. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return <TroubleNotice reference={error.digest} />
}

import { notFound } from "next/navigation"
import { PublicFrame } from "@/components/frame/public-frame"
import { isDemonstration } from "@/lib/http/demonstration"
import { words } from "@/lib/i18n/words"

/** A dynamic page with the frame and no data: what the lookup's throughput is measured against. */
export default async function BarePage() {
  if (!isDemonstration()) notFound()
  return (
    <PublicFrame wide>
      <h1>{(await words()).ui.demoBanner}</h1>
    </PublicFrame>
  )
}

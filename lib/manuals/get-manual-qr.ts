import "server-only"
import { listVersionsOf } from "@/db/queries/manuals"
import { env } from "@/lib/env"
import { canBeAnyone } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"
import { drawQrPng, drawQrSvg } from "@/lib/qr/draw-qr"
import { manualAddress } from "./rules"
import { getManualInput } from "./schema"
import { viewOf } from "./view"

/** Side of the PNG in pixels: sharp at 8 cm on paper. */
const side = 1024

/** The QR code that leads to a manual's own page, by the portal's public address. */
export const getManualQr = read({
  name: "manuals.qr",
  input: getManualInput,
  allow: canBeAnyone,
  async run({ db, input }) {
    const view = viewOf(await listVersionsOf(db, input.slug))
    if (!view) return notShown()
    const address = manualAddress(env.ORIGIN, view.slug)
    return found({
      address,
      title: view.title,
      svg: (title: string) => drawQrSvg(address, title),
      png: () => drawQrPng(address, side),
    })
  },
})

import "server-only"
import { findManualVersion } from "@/db/queries/manuals"
import { env } from "@/lib/env"
import { canBeAnyone } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"
import { drawQrPng, drawQrSvg } from "@/lib/qr/draw-qr"
import { manualAddress } from "./rules"
import { getManualQrInput } from "./schema"

// 1,024 pixels print sharply at the width of half an A4 page.
const pngSide = 1024

/** The QR code of a manual's stable short address, for anyone. */
export const getManualQr = read({
  name: "manuals.qr",
  input: getManualQrInput,
  allow: canBeAnyone,
  async run({ db, input: { slug, kind } }) {
    const row = await findManualVersion(db, slug, null)
    if (!row) return notShown()
    const address = manualAddress(env.ORIGIN, slug)
    return found({
      type: kind === "png" ? "image/png" : "image/svg+xml",
      content:
        kind === "png"
          ? new Uint8Array(await drawQrPng(address, pngSide))
          : drawQrSvg(address, row.manual.titleTh),
    })
  },
})

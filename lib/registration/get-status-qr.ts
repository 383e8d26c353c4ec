import "server-only"
import { z } from "zod"
import { env } from "@/lib/env"
import { canBeAnyone } from "@/lib/kernel/actor"
import { found, read } from "@/lib/kernel/read"
import { drawQrSvg } from "@/lib/qr/draw-qr"

/** The QR code of a slip: the status page with the number filled in, never the secret. */
export const getStatusQr = read({
  name: "registration.status-qr",
  input: z.object({ number: z.string().regex(/^R-\d{4}-\d{4}$/) }),
  allow: canBeAnyone,
  async run({ input: { number } }) {
    const address = new URL(`/register/status?number=${number}`, env.ORIGIN).href
    return found({ svg: drawQrSvg(address, number) })
  },
})

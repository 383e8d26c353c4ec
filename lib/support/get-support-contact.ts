import "server-only"
import { z } from "zod"
import { canBeAnyone } from "@/lib/kernel/actor"
import { found, read } from "@/lib/kernel/read"
import { drawQrSvg } from "@/lib/qr/draw-qr"
import { readSetting } from "@/lib/settings/read-setting"
import { supportContact, supportContactKey } from "./schema"

/** How the central helpdesk is reached, for anyone; LINE OpenChat comes with its QR code, drawn as an SVG. */
export const getSupportContact = read({
  name: "support.contact",
  input: z.object({}),
  allow: canBeAnyone,
  async run({ db }) {
    const contact = await readSetting(db, supportContactKey, supportContact, {})
    const { openChatUrl, ...rest } = contact
    return found({
      ...rest,
      openChat: openChatUrl ? { url: openChatUrl, qr: drawQrSvg(openChatUrl, "LINE OpenChat") } : undefined,
    })
  },
})

import "server-only"
import sharp from "sharp"
import { type Pixels, qrCodesOf } from "./qr-codes-of"
import type { PageImage } from "./verdict"

/** A page as reviewers see it, made from pixels alone: nothing else of the file that was sent is in it. */
export async function encodePage(page: number, pixels: Pixels): Promise<PageImage> {
  const { data, width, height, channels } = pixels
  const image = await sharp(data, { raw: { width, height, channels } })
    .flatten({ background: "#ffffff" })
    .webp({ quality: 80, effort: 2 })
    .toBuffer()
  return { page, width, height, qr: await qrCodesOf(pixels), image }
}

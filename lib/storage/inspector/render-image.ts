import "server-only"
import sharp from "sharp"
import { encodePage } from "./encode-page"
import { type FileFault, inspectionLimits, type PageImage } from "./verdict"

/**
 * The picture as pixels, turned upright as the camera says, and nothing else of it: no place, no date, no thumbnail.
 * How large it is is read from its header before anything is unpacked.
 */
export async function renderImage(content: Buffer): Promise<PageImage | FileFault> {
  const { pageSide: side, imagePixels: limitInputPixels } = inspectionLimits
  try {
    const { width, height } = await sharp(content, { limitInputPixels: false }).metadata()
    if (width * height > limitInputPixels) return "too-many-pixels"
    const { data, info } = await sharp(content, { limitInputPixels, failOn: "error", sequentialRead: true })
      .autoOrient()
      .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb")
      .raw()
      .toBuffer({ resolveWithObject: true })
    if (info.channels !== 3) return "unreadable"
    return await encodePage(1, { data, width: info.width, height: info.height, channels: info.channels })
  } catch {
    return "unreadable"
  }
}

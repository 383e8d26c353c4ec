import "server-only"
import { create, toBuffer } from "qrcode"

// Level M survives a coffee stain on a letter; four modules of white are what readers need (ISO/IEC 18004, 9.1).
const level = "M"
const quietModules = 4

/** A text as a QR code in SVG: one path, black on white, as large as its place allows. `title` is read out. */
export function drawQrSvg(text: string, title: string): string {
  const { modules } = create(text, { errorCorrectionLevel: level })
  const side = modules.size + 2 * quietModules
  const path: string[] = []
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) path.push(`M${column + quietModules} ${row + quietModules}h1v1h-1z`)
    }
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="512" height="512"`,
    ` role="img" shape-rendering="crispEdges"><title>${escaped(title)}</title>`,
    `<rect width="${side}" height="${side}" fill="#fff"/><path d="${path.join("")}" fill="#000"/></svg>`,
  ].join("")
}

/** A text as a QR code in PNG, `side` pixels wide, for a letter or a slide. */
export function drawQrPng(text: string, side: number): Promise<Buffer> {
  return toBuffer(text, { type: "png", errorCorrectionLevel: level, margin: quietModules, width: side })
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
}

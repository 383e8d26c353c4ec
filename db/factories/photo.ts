import type { Chance } from "./chance"

/** A picture of three colours, row by row. */
export type Raster = { readonly data: Buffer; readonly width: number; readonly height: number }

type Point = readonly [number, number]

/** The page seen askew from above, on a desk: its four corners wander up to a twelfth of its width. */
export function warped(page: Raster, chance: Chance): Raster {
  const { width, height } = page
  const shift = () => chance.below(width / 12)
  const margin = Math.round(width / 20)
  const corners: readonly [Point, Point, Point, Point] = [
    [margin + shift(), margin + shift()],
    [width - 1 - margin - shift(), margin + shift()],
    [width - 1 - margin - shift(), height - 1 - margin - shift()],
    [margin + shift(), height - 1 - margin - shift()],
  ]
  const back = inverse(square(corners))
  const data = Buffer.alloc(page.data.length)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const w = back[6] * x + back[7] * y + back[8]
      const u = ((back[0] * x + back[1] * y + back[2]) / w) * (width - 1)
      const v = ((back[3] * x + back[4] * y + back[5]) / w) * (height - 1)
      put(data, (y * width + x) * 3, page, u, v)
    }
  }
  return { data, width, height }
}

const desk = [91, 74, 58] as const

/** Between the four pixels around a place; the desk where the page is not. */
function put(data: Buffer, to: number, { data: from, width, height }: Raster, u: number, v: number): void {
  const [x, y] = [Math.floor(u), Math.floor(v)]
  const isOff = x < 0 || y < 0 || x >= width - 1 || y >= height - 1
  const [fx, fy] = [u - x, v - y]
  const at = (y * width + x) * 3
  for (let colour = 0; colour < 3; colour += 1) {
    if (isOff) {
      data[to + colour] = desk[colour] ?? 0
    } else {
      const above = (from[at + colour] ?? 0) * (1 - fx) + (from[at + 3 + colour] ?? 0) * fx
      const below = at + width * 3 + colour
      const under = (from[below] ?? 0) * (1 - fx) + (from[below + 3] ?? 0) * fx
      data[to + colour] = above * (1 - fy) + under * fy
    }
  }
}

/** Uneven light: brighter on one side, and the shadow of a hand perhaps. Changes the picture in place. */
export function lit(page: Raster, chance: Chance): Raster {
  const { data, width, height } = page
  const [tiltX, tiltY] = [chance.below(0.5) - 0.25, chance.below(0.5) - 0.25]
  const [handX, handY] = [chance.below(width), chance.below(height)]
  const depth = chance.below(1) < 0.4 ? 0.35 : 0
  const reach = (width / 3) ** 2
  // light changes slowly: one value for eight pixels in a row
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 8) {
      const far = (x - handX) ** 2 + (y - handY) ** 2
      const shade = depth === 0 ? 0 : depth * Math.exp(-far / reach)
      const light = 0.85 + tiltX * (x / width - 0.5) + tiltY * (y / height - 0.5) - shade
      const end = (y * width + Math.min(x + 8, width)) * 3
      for (let at = (y * width + x) * 3; at < end; at += 1) data[at] = Math.min(255, (data[at] ?? 0) * light)
    }
  }
  return page
}

type Matrix = readonly [number, number, number, number, number, number, number, number, number]

/** The projection of the unit square onto four corners (Heckbert, Fundamentals of Texture Mapping, 1989, 2.2.3). */
function square([[x0, y0], [x1, y1], [x2, y2], [x3, y3]]: readonly [Point, Point, Point, Point]): Matrix {
  const [dx1, dx2, dx3] = [x1 - x2, x3 - x2, x0 - x1 + x2 - x3]
  const [dy1, dy2, dy3] = [y1 - y2, y3 - y2, y0 - y1 + y2 - y3]
  const whole = dx1 * dy2 - dx2 * dy1
  const g = (dx3 * dy2 - dx2 * dy3) / whole
  const h = (dx1 * dy3 - dx3 * dy1) / whole
  return [x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h, 1]
}

/** The way back, but for a factor that a projection does not feel. */
function inverse([a, b, c, d, e, f, g, h, i]: Matrix): Matrix {
  return [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ]
}

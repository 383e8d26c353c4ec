import "server-only"
import { type FactReading, isRecognised, readingAt } from "./reading"
import {
  bareOccurrences,
  bareOf,
  nearest,
  occurrences,
  type PaperText,
  plainOf,
  type Range,
} from "./reading-text"

// Kinds of unit as papers write them out and short (product page, “Words”).
const kinds: readonly (readonly [string, readonly string[]])[] = [
  ["องค์การบริหารส่วนตำบล", ["อบต."]],
  ["องค์การบริหารส่วนจังหวัด", ["อบจ."]],
  ["เทศบาลตำบล", ["ทต.", "ทต"]],
  ["เทศบาลเมือง", ["ทม.", "ทม"]],
  ["เทศบาลนคร", ["ทน.", "ทน"]],
  ["สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด", ["สถจ.", "ท้องถิ่นจังหวัด"]],
  ["สำนักงานส่งเสริมการปกครองท้องถิ่นอำเภอ", ["สถอ.", "ท้องถิ่นอำเภอ"]],
]

/** What comes after a unit's name when no space does. */
const followers = /^(?:ที่|เรื่อง|อำเภอ|จังหวัด|จำเป็น|ดัง|นั้น|เพื่อ|ให้|ได้|มี|ขอ|โดย|และ|เป็น|จึง|ตาม|ใน|ของ|เลขที่)/

/**
 * Looks for a unit by its name, written out or short. With `isIssuer` what follows “คำสั่ง” at the head of the paper
 * counts: another unit there is a difference.
 */
export function readUnit(texts: readonly PaperText[], nameTh: string, isIssuer: boolean): FactReading {
  const spellings = spellingsOf(nameTh)
  const exact = spellings.flatMap((one) => occurrences(texts, one)).filter(isWhole)
  const headed = exact.find(isHeading)
  const head = isIssuer && !headed ? texts.map(headOf).find((one) => one !== undefined) : undefined
  if (headed) return readingAt("matches", headed)
  const near = nearestSpelling(texts, spellings)
  if (head) return readingAt(isNearTo(near, head) ? "unsure" : "differs", head)
  if (exact[0]) return readingAt("matches", exact[0])
  const loose =
    spellings.flatMap((one) => [...occurrences(texts, one), ...bareOccurrences(texts, one)])[0] ?? near
  return loose ? readingAt("unsure", loose) : { verdict: "unsure", found: null, place: null }
}

function spellingsOf(nameTh: string): string[] {
  const plain = plainOf(nameTh)
  const kind = kinds.find(([long]) => plain.startsWith(plainOf(long)))
  if (!kind) return [plain]
  const rest = plain.slice(plainOf(kind[0]).length)
  return [plain, ...kind[1].map((short) => plainOf(short) + rest)]
}

function isWhole({ text, to }: Range): boolean {
  const next = text.plain[to]
  if (next === undefined || text.isApart[to] === true || !/[\p{L}\p{M}]/u.test(next)) return true
  return followers.test(text.plain.slice(to, to + 12))
}

const heading = /ค ?ํ? ?[าำ] ?ส ?ั? ?่? ?ง ?$/

function isHeading({ text, from }: Range): boolean {
  return heading.test(text.plain.slice(Math.max(0, from - 12), from))
}

/** The unit that the heading names, whichever it is: from its kind to the end of its line. */
function headOf(text: PaperText): Range | undefined {
  for (const [long, shorts] of kinds) {
    const found = [long, ...shorts.filter((short) => short.endsWith("."))]
      .flatMap((spelling) => [
        ...occurrences([text], plainOf(spelling)),
        ...bareOccurrences([text], plainOf(spelling)),
      ])
      .find(isHeading)
    if (!found) continue
    let to = found.to
    while (to < text.plain.length && !(to > found.to && text.isApart[to])) to += 1
    return { text, from: found.from, to }
  }
  return undefined
}

function nearestSpelling(texts: readonly PaperText[], spellings: readonly string[]): Range | undefined {
  return spellings
    .map((one) => ({ one, near: nearest(texts, one) }))
    .filter(({ one, near }) => near && isRecognised(near) && near.distance <= bareOf(one).length * 0.2)
    .flatMap(({ near }) => near ?? [])
    .toSorted((a, b) => a.distance - b.distance)[0]
}

function isNearTo(near: Range | undefined, head: Range): boolean {
  return near !== undefined && near.text === head.text && near.from < head.to && near.to > head.from
}

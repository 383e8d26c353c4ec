import type { Fault } from "./tree"

/** A dictionary: texts and functions of texts, nested by room. */
export type WordTree = { readonly [key: string]: unknown }

const thai = /[\u0e00-\u0e7f]/
const markers = ["\u27e60\u27e7", "\u27e61\u27e7", "\u27e62\u27e7", "\u27e63\u27e7", "\u27e64\u27e7"]

/** Names that are the same in both languages, and the one Thai word that an English page needs: how to leave it. */
const names: ReadonlySet<string> = new Set([
  "ThaiID",
  "DLA SSO",
  "LINE OpenChat",
  "OTP",
  "ไทย",
  "English",
  "INFO",
])

type Leaf = { readonly key: string; readonly text: string; readonly gaps: string }

function leavesOf(value: unknown, key: string): Leaf[] {
  if (typeof value === "string") return [{ key, text: value, gaps: gapsOf(value) }]
  if (typeof value === "function") {
    const text = String(Reflect.apply(value, undefined, markers))
    return [{ key, text, gaps: gapsOf(text) }]
  }
  if (typeof value !== "object" || value === null)
    return [{ key, text: "", gaps: "neither text nor function" }]
  return Object.entries(value).flatMap(([name, inner]) =>
    leavesOf(inner, key === "" ? name : `${key}.${name}`),
  )
}

/** The gaps that a sentence fills: `{until}` and the arguments of a function, in any order, each once. */
function gapsOf(text: string): string {
  const named = text.match(/\{\w+\}/g) ?? []
  const given = markers.filter((marker) => text.includes(marker))
  return [...new Set([...named, ...given])].sort().join(" ")
}

/** Rule 9: the same keys and gaps in both languages, no Thai left in English, nothing left untranslated. */
export function wordFaults(th: WordTree, en: WordTree): Fault[] {
  const english = new Map(leavesOf(en, "").map((leaf) => [leaf.key, leaf]))
  const source = leavesOf(th, "")
  const fault = (key: string, note: string): Fault => ({ rule: "9-words", path: key, note })
  if (source.length === 0) return [fault("th", "no words at all")]
  const strange = [...english.keys()].filter((key) => !source.some((leaf) => leaf.key === key))
  return [
    ...strange.map((key) => fault(key, "has no Thai")),
    ...source.flatMap(({ key, text, gaps }) => {
      const other = english.get(key)
      if (!other) return [fault(key, "has no English")]
      if (other.gaps !== gaps) return [fault(key, `gaps differ: “${gaps}” and “${other.gaps}”`)]
      if (thai.test(withoutNames(other.text))) return [fault(key, "English holds Thai letters")]
      const saysSomething = /\p{L}/u.test(withoutNames(text))
      return saysSomething && other.text === text ? [fault(key, "English is the Thai text")] : []
    }),
  ]
}

function withoutNames(text: string): string {
  return [...names, ...markers].reduce((rest, name) => rest.replaceAll(name, ""), text)
}

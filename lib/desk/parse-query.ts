import "server-only"
import type { CaseState } from "@/lib/cases/rules"
import type { CaseKind } from "./rules"

/** What the query bar asks for. */
export type DeskQuery = {
  readonly state: CaseState | "any"
  /** In the reviewer's own hands. */
  readonly isMine: boolean
  /** That the reviewer may decide. */
  readonly isForMe: boolean
  readonly kind?: CaseKind
  /** Code of a unit, or part of its name. */
  readonly unit?: string
  /** Waiting for more than so many days. */
  readonly olderDays?: number
  /** Decided by the reviewer. */
  readonly isByMe: boolean
  /** Words of number or title. */
  readonly text: readonly string[]
  /** Words with a colon that mean nothing: shown as such, and they find nothing by themselves. */
  readonly unknown: readonly string[]
}

const states: Readonly<Record<string, CaseState | "any">> = {
  waiting: "waiting",
  returned: "returned",
  decided: "decided",
  withdrawn: "withdrawn",
  any: "any",
}

const kinds: Readonly<Record<string, CaseKind>> = { registration: "registration", order: "order" }

type Draft = { -readonly [K in keyof DeskQuery]: DeskQuery[K] } & { text: string[]; unknown: string[] }

/** What each word before a colon does with what stands after it; false where that means nothing. */
const terms: Readonly<Record<string, (draft: Draft, value: string) => boolean>> = {
  is(draft, value) {
    const state = Object.hasOwn(states, value) ? states[value] : undefined
    if (state) draft.state = state
    if (value === "mine") draft.isMine = true
    return state !== undefined || value === "mine"
  },
  can(draft, value) {
    draft.isForMe = value === "decide"
    return draft.isForMe
  },
  kind(draft, value) {
    const kind = Object.hasOwn(kinds, value) ? kinds[value] : undefined
    if (kind) draft.kind = kind
    return kind !== undefined
  },
  unit(draft, value) {
    draft.unit = value
    return value !== ""
  },
  older(draft, value) {
    const days = /^(\d{1,3})d$/.exec(value)?.[1]
    if (days) draft.olderDays = Number(days)
    return days !== undefined
  },
  by(draft, value) {
    draft.isByMe = value === "me"
    return draft.isByMe
  },
}

/**
 * Reads the query bar: `is:waiting unit:"ตลาดแร้ง" kind:order older:3d by:me`, and free words for number and title. Thai
 * digits count as digits. What is no term is text; nothing that is typed makes it fail.
 */
export function parseQuery(typed: string): DeskQuery {
  const arabic = typed.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
  const draft: Draft = {
    state: "waiting",
    isMine: false,
    isForMe: false,
    isByMe: false,
    text: [],
    unknown: [],
  }
  for (const [word, name, quoted, bare] of arabic.matchAll(/([a-z]+):(?:"([^"]*)"|(\S*))|\S+/g)) {
    const value = quoted ?? bare ?? ""
    const term = name !== undefined && Object.hasOwn(terms, name) ? terms[name] : undefined
    if (!term) (name === undefined ? draft.text : draft.unknown).push(word)
    else if (!term(draft, value)) draft.unknown.push(word)
  }
  return draft
}

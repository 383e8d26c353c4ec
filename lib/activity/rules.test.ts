import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { en } from "@/lib/i18n/en"
import { th } from "@/lib/i18n/th"
import { type Outcome, outcomes, sentenceOf } from "./rules"

/** The names of all commands, and of what the OpenID Provider notes by itself, which are the actions of the audit. */
function commandNames(): string[] {
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.ts$/.test(file) && !/\.test\.ts$|architecture\//.test(file),
  )
  return files.flatMap((file) =>
    [...readFileSync(`lib/${file}`, "utf8").matchAll(/= (?:command|recorded)\(\{\s*name: "([^"]+)"/g)].map(
      (found) => found[1] ?? "",
    ),
  )
}

describe("what happened with an account is told in plain sentences", () => {
  it("every command has its own, for when it was done and for when it was refused, in Thai and English", () => {
    const names = commandNames()
    expect(names).toContain("signin.password")
    for (const { activity } of [th, en])
      for (const action of names)
        for (const outcome of ["done", "refused"] as const)
          expect([action, sentenceOf({ action, outcome }, activity)]).not.toEqual([action, activity.neutral])
  })

  it("has no sentence for what no command does", () => {
    expect(Object.keys(th.activity.events).toSorted()).toEqual(commandNames().toSorted())
  })

  it("an unknown action gets a neutral one, an outcome without its own the nearest", () => {
    expect(sentenceOf({ action: "toString", outcome: "done" }, th.activity)).toBe(th.activity.neutral)
    const said = (outcome: Outcome) => sentenceOf({ action: "sessions.end", outcome }, en.activity)
    const { done, refused } = en.activity.events["sessions.end"]
    expect(outcomes.map(said)).toEqual([done, done, done, refused, refused, en.activity.asked])
  })
})

import { expect, inject, it } from "vitest"
import { namesOf } from "@/db/testing/declared-names"
import { compareTrees, makers } from "@/db/testing/powers/compare-trees"
import { useTestDatabase } from "@/db/testing/use-test-database"

const test = useTestDatabase()

/** The rooms in which units run themselves, and the reads of two more that go by the same powers. */
const rooms = [
  "access",
  "systems",
  "caretakers",
  "activation",
  "members",
  "rights",
  "transfers",
  "imports",
  "clients",
  "webhooks",
]

/** What anybody may try by a code, a secret or the cookie of a form, whoever he is: powers have no say in it. */
const byWhatOneHolds = [
  "activation.add-document",
  "activation.document-page",
  "activation.drop-document",
  "activation.form",
  "activation.leave",
  "activation.mine",
  "activation.open",
  "activation.open-request",
  "activation.print",
  "activation.print-out",
  "activation.remove-person",
  "activation.save-paper",
  "activation.save-person",
  "activation.submit",
  // told of himself by who was refused at a system's door
  "why.note-refusal",
]

it("asks after every command and read of those rooms", () => {
  const names = [...rooms, "oversight", "profiles", "why"].flatMap((room) => [
    ...namesOf("command", room),
    ...namesOf("read", room),
  ])
  expect(names.filter((name) => !(name in makers) && !byWhatOneHolds.includes(name))).toEqual([])
  expect(Object.keys(makers).filter((name) => !names.includes(name))).toEqual([])
})

it("lets everybody do and see in any tree what the product page says", { timeout: 1_800_000 }, async () => {
  const { seed, trees, isUsual } = inject("powers")
  const { differences, kinds, ...counts } = await compareTrees(test(), { seed, trees, each: 4 })
  process.stdout.write(
    `random trees: ${JSON.stringify({ seed, kinds: Object.keys(kinds).length, ...counts })}\n`,
  )
  expect(differences).toEqual([])
  // what is never allowed proves nothing; these two are the portal's own
  const never = Object.keys(kinds).filter((kind) => kinds[kind]?.allowed === 0)
  if (isUsual || trees >= 30) expect(never).toEqual(["rights.settle", "caretakers.lapse"])
})

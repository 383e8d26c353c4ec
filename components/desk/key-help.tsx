import { Button } from "@/components/ui/button"
import type { Dictionary } from "@/lib/i18n/words"
import { DeskKeys } from "./desk-keys"
import { Key } from "./key"

const shown = [
  ["J", "j"],
  ["K", "k"],
  ["A", "a"],
  ["R", "r"],
  ["X", "x"],
  ["H", "h"],
  ["U", "u"],
  ["1–9", "digits"],
  ["Enter", "enter"],
  ["?", "help"],
] as const

/** The keys of the desk, and the list of them that `?` opens. */
export function KeyHelp({ w }: { w: Dictionary }) {
  const { desk } = w
  return (
    <DeskKeys help={desk.keysTitle}>
      <h2 className="mb-3">{desk.keysTitle}</h2>
      <dl className="mb-4 grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
        {shown.map(([key, word]) => (
          <div key={key} className="contents">
            <dt>
              <Key name={key} />
            </dt>
            <dd>{desk.keys[word]}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <Button>{desk.keysClose}</Button>
      </form>
    </DeskKeys>
  )
}

import { DescriptionList } from "@/components/ui/description-list"
import { nameIn } from "@/components/units/unit-names"
import { formatNationalId } from "@/lib/identity/rules"
import { isProvedName, pageOf, type ReturnableField } from "@/lib/registration/rules"
import type { Shown } from "./shown"

/** What was answered, with a way to each page on which something can be changed. */
export function Answers({ w, locale, mine }: Shown) {
  const r = w.registration
  const name = `${mine.titleTh}${mine.givenNameTh} ${mine.familyNameTh}`.trim()
  const answers: readonly (readonly [ReturnableField, string])[] = [
    ["nationalId", mine.nationalId && formatNationalId(mine.nationalId)],
    ["name", name],
    ["unit", mine.unit ? nameIn(locale, mine.unit) : ""],
    ["post", mine.post],
    ["staffKind", mine.staffKind ? r.unit.staffKinds[mine.staffKind] : ""],
    ...(mine.staffReason ? [["staffReason", mine.staffReason] as const] : []),
    ["telephone", mine.telephone],
    ["email", mine.email],
    ["documents", mine.documents.map(({ fileName }) => fileName).join(", ")],
  ]
  const proof = mine.isProved ? r.check.proved : r.check.typed
  return (
    <div className="my-5">
      <DescriptionList
        facts={answers.map(([field, answer]) => ({
          name: r.returned.fields[field],
          value: (
            <div className="flex flex-wrap justify-between gap-x-6">
              <span className="min-w-0 break-words">
                {answer || r.check.none}
                {isProvedName(field) ? <span className="block text-sm text-ink-2">{proof}</span> : null}
              </span>
              {mine.editable.includes(field) ? (
                <a
                  href={`/register/${pageOf[field]}`}
                  aria-label={r.check.changeOf(r.returned.fields[field])}
                >
                  {r.check.change}
                </a>
              ) : null}
            </div>
          ),
        }))}
      />
    </div>
  )
}

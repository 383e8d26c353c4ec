import { SelectField } from "@/components/ui/select-field"
import { TextField } from "@/components/ui/text-field"
import { nameIn, placeIn } from "@/components/units/unit-names"
import { runRead } from "@/lib/http/run-read"
import { typedFields } from "@/lib/http/typed-fields"
import { staffKinds } from "@/lib/registration/rules"
import { getUnit } from "@/lib/units/get-unit"
import { PageEnd } from "./page-end"
import { errorAt, type Shown } from "./shown"
import { UnitSearch } from "./unit-search"

/** Where the person works: first the unit is found, then the rest is asked. */
export async function UnitPage(shown: Shown) {
  const { w, locale, mine, faults } = shown
  const u = w.registration.unit
  const unit = await unitOf(shown)
  if (!unit) return <UnitSearch {...shown} />
  const typed = (faults.length > 0 && (await typedFields("register-unit"))) || undefined
  const value = (field: "post" | "staffKind" | "staffReason" | "telephone") =>
    typed?.[field] ?? mine[field] ?? ""
  const canChoose = mine.editable.includes("unit")
  const isOpen = (field: "post" | "staffKind" | "staffReason" | "telephone") => mine.editable.includes(field)
  const kinds = staffKinds.map((kind) => ({ value: kind, label: u.staffKinds[kind] }))
  return (
    <>
      <h1 className="mb-4">{u.title}</h1>
      <p className="text-sm text-ink-2">{u.chosen}</p>
      <p className="font-semibold">{nameIn(locale, unit)}</p>
      <p className="mb-1 text-sm">{`${placeIn(locale, unit)} · ${unit.code}`}</p>
      {canChoose ? (
        <p className="mb-5">
          <a href="/register/unit?another=1">{u.another}</a>
        </p>
      ) : null}
      <form method="post" action="/api/register/unit" className="space-y-4">
        <input type="hidden" name="version" value={mine.version} />
        <input type="hidden" name="unit" value={unit.code} />
        {isOpen("post") ? (
          <TextField
            name="post"
            label={u.post}
            hint={u.postHint}
            error={errorAt(faults, "post")}
            defaultValue={value("post")}
            autoComplete="organization-title"
          />
        ) : null}
        {isOpen("staffKind") ? (
          <SelectField
            name="staffKind"
            label={u.staffKind}
            empty={u.choose}
            error={errorAt(faults, "staffKind")}
            options={kinds}
            defaultValue={value("staffKind")}
          />
        ) : null}
        {isOpen("staffReason") ? (
          <TextField
            name="staffReason"
            label={u.staffReason}
            hint={u.staffReasonHint}
            error={errorAt(faults, "staffReason")}
            defaultValue={value("staffReason")}
          />
        ) : null}
        {isOpen("telephone") ? (
          <TextField
            name="telephone"
            type="tel"
            label={u.telephone}
            hint={u.telephoneHint}
            error={errorAt(faults, "telephone")}
            defaultValue={value("telephone")}
            autoComplete="tel"
            className="max-w-80"
          />
        ) : null}
        <PageEnd w={w} back={mine.state === "draft" ? "/register/person" : "/register/check"} />
      </form>
    </>
  )
}

/** The unit that was picked just now, else the one that was saved, unless another one is wanted. */
async function unitOf({ mine, query }: Shown) {
  if (!mine.editable.includes("unit")) return mine.unit
  const asked = typeof query.unit === "string" ? await runRead(getUnit, { code: query.unit }) : undefined
  if (asked?.ok) return asked.value.unit
  return query.another === undefined && query.q === undefined ? mine.unit : null
}

import { Button, LinkButton } from "@/components/ui/button"
import { DescriptionList } from "@/components/ui/description-list"
import { Notice } from "@/components/ui/notice"
import { TextField } from "@/components/ui/text-field"
import { runRead } from "@/lib/http/run-read"
import { typedFields } from "@/lib/http/typed-fields"
import { formatNationalId } from "@/lib/identity/rules"
import { getDoor } from "@/lib/signin/get-door"
import { PageEnd } from "./page-end"
import { errorAt, type Shown } from "./shown"

/** Who it is: typed, or as ThaiID vouches for it and locked. */
export async function PersonPage({ w, mine, faults }: Shown) {
  const p = w.registration.person
  const next = mine.state === "draft" ? "/register/unit" : "/register/check"
  const canType = mine.editable.includes("name") || mine.editable.includes("nationalId")
  if (!canType)
    return (
      <>
        <h1 className="mb-4">{mine.isProved ? p.provedTitle : p.title}</h1>
        <DescriptionList
          facts={[
            { name: p.nationalId, value: formatNationalId(mine.nationalId) },
            { name: p.name, value: `${mine.titleTh}${mine.givenNameTh} ${mine.familyNameTh}` },
          ]}
        />
        <p className="my-4 text-sm text-ink-2">{mine.isProved ? p.proved : p.locked}</p>
        <LinkButton href={next} kind="main">
          {w.registration.next}
        </LinkButton>
      </>
    )
  const typed = (faults.length > 0 && (await typedFields("register-person"))) || undefined
  const value = (field: "nationalId" | "titleTh" | "givenNameTh" | "familyNameTh") =>
    typed?.[field] ?? mine[field]
  const door = await runRead(getDoor, {})
  return (
    <>
      <h1 className="mb-4">{p.title}</h1>
      {mine.state === "draft" && door.ok && door.value.hasThaid ? (
        <form method="post" action="/api/register/thaid" className="mb-6">
          <Button>{p.thaid}</Button>
        </form>
      ) : null}
      {mine.state === "returned" ? <Notice tone="needs-you" title={w.registration.returned.title} /> : null}
      <form method="post" action="/api/register/person" className="space-y-4">
        <input type="hidden" name="version" value={mine.version} />
        {mine.editable.includes("nationalId") ? (
          <TextField
            name="nationalId"
            label={p.nationalId}
            hint={p.nationalIdHint}
            error={errorAt(faults, "nationalId")}
            defaultValue={value("nationalId")}
            inputMode="numeric"
            autoComplete="off"
            spellCheck={false}
          />
        ) : null}
        {mine.editable.includes("name") ? (
          <>
            <TextField
              name="titleTh"
              label={p.titleTh}
              hint={p.titleHint}
              error={errorAt(faults, "titleTh")}
              defaultValue={value("titleTh")}
              autoComplete="honorific-prefix"
              className="max-w-52"
            />
            <TextField
              name="givenNameTh"
              label={p.givenNameTh}
              error={errorAt(faults, "givenNameTh")}
              defaultValue={value("givenNameTh")}
              autoComplete="given-name"
            />
            <TextField
              name="familyNameTh"
              label={p.familyNameTh}
              error={errorAt(faults, "familyNameTh")}
              defaultValue={value("familyNameTh")}
              autoComplete="family-name"
            />
          </>
        ) : null}
        <PageEnd w={w} back={mine.state === "draft" ? "/register" : "/register/check"} />
      </form>
    </>
  )
}

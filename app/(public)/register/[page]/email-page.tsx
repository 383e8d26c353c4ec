import { LinkButton } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { TextField } from "@/components/ui/text-field"
import { typedFields } from "@/lib/http/typed-fields"
import { PageEnd } from "./page-end"
import { errorAt, type Shown } from "./shown"

/** The address to which the result goes; a code confirms it. */
export async function EmailPage({ w, mine, faults }: Shown) {
  const e = w.registration.email
  const back = mine.state === "draft" ? "/register/unit" : "/register/check"
  if (!mine.editable.includes("email"))
    return (
      <>
        <h1 className="mb-4">{e.title}</h1>
        <p className="mb-4">{mine.email}</p>
        <p className="mb-4 text-sm text-ink-2">{w.registration.person.locked}</p>
        <LinkButton href={back}>{w.registration.back}</LinkButton>
      </>
    )
  const typed = faults.length > 0 ? await typedFields("register-email") : undefined
  return (
    <>
      <h1 className="mb-2">{e.title}</h1>
      <p className="mb-4">{e.lead}</p>
      {mine.isEmailConfirmed && faults.length === 0 ? <Notice tone="done" title={e.confirmed} /> : null}
      <form method="post" action="/api/register/email" className="mt-4 space-y-4">
        <input type="hidden" name="version" value={mine.version} />
        <TextField
          name="email"
          type="email"
          label={e.email}
          hint={e.emailHint}
          error={errorAt(faults, "email")}
          defaultValue={typed?.email ?? mine.email}
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PageEnd w={w} back={back} label={mine.isEmailConfirmed ? w.registration.next : e.submit} />
      </form>
    </>
  )
}

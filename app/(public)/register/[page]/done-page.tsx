import { Button, LinkButton } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { isAllowed } from "@/lib/registration/rules"
import type { Shown } from "./shown"

/** The request is out of the applicant's hands: its number, what comes next, and a new secret for who lost his. */
export function DonePage({ w, mine }: Shown) {
  const d = w.registration.done
  const s = w.registration.status
  return (
    <div className="space-y-5">
      <h1>{mine.state === "submitted" ? d.title : s.states[mine.state]}</h1>
      <Notice tone="done" title={d.number(mine.number)}>
        <p>{mine.state === "submitted" ? d.next : s.meaning[mine.state]}</p>
      </Notice>
      <LinkButton href={`/register/status?number=${mine.number}`} kind="main">
        {d.status}
      </LinkButton>
      {isAllowed("renewSecret", mine.state) ? (
        <form method="post" action="/api/register/secret" className="border-t border-line pt-4">
          <h2>{d.lost}</h2>
          <p className="mb-3">{d.lostBody}</p>
          <input type="hidden" name="onward" value="done" />
          <Button>{d.renew}</Button>
        </form>
      ) : null}
    </div>
  )
}

import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { Button } from "@/components/ui/button"
import { ErrorSummary } from "@/components/ui/error-summary"
import { comerAt } from "@/lib/http/comer-at"
import { framePerson } from "@/lib/http/frame-person"
import { pathSegment } from "@/lib/http/path-segment"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { standingAt } from "@/lib/oidc/standing"
import { SeatChoice } from "./seat-choice"

type At = {
  readonly params: Promise<{ readonly uid: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ searchParams }: At): Promise<Metadata> {
  const [{ missing }, w] = [await searchParams, await words()]
  return { title: `${missing === undefined ? "" : w.ui.errorTitlePrefix}${w.systems.door.title}` }
}

/** For which unit a person goes into a connected system, and whether it gets his national ID where it asks for that. */
export default async function ChooseForSystemPage({ params, searchParams }: At) {
  const uid = pathSegment((await params).uid, 64)
  const comer = await comerAt(`/continue/${uid}`)
  const standing = await standingAt(uid, comer)
  if (standing.is === "elsewhere") redirect(standing.path)
  if (standing.is === "gone") redirect(`/continue/${uid}`)
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const d = w.systems.door
  const { session } = comer
  const { clientName, seats, asksNationalId } = standing
  const isMissing = (await searchParams).missing !== undefined
  return (
    <SignedInFrame person={framePerson(session, locale)} place="elsewhere">
      <div className="mx-auto max-w-reading">
        {isMissing ? (
          <ErrorSummary
            title={w.ui.errorSummaryTitle}
            faults={[{ text: d.missing, field: "membershipId" }]}
          />
        ) : null}
        <h1 className="mb-3">{d.heading(clientName)}</h1>
        <form method="post" action="/api/continue" className="space-y-6">
          <input type="hidden" name="uid" value={uid} />
          <SeatChoice d={d} locale={locale} seats={seats} chosen={session.chosenMembershipId} />
          {asksNationalId ? (
            <section aria-labelledby="nid" className="rounded-control border border-line p-4">
              <h2 id="nid" className="mb-2">
                {d.nidTitle}
              </h2>
              <p className="mb-4">{d.nidBody(clientName)}</p>
              <div className="flex flex-wrap gap-3">
                <Button kind="main" name="nationalId" value="agreed">
                  {d.nidAgree}
                </Button>
                <Button name="nationalId" value="withheld">
                  {d.nidWithhold}
                </Button>
              </div>
            </section>
          ) : (
            <Button kind="main">{d.goOn(clientName)}</Button>
          )}
        </form>
        <form method="post" action="/api/continue/leave" className="mt-8 border-t border-line pt-4">
          <input type="hidden" name="uid" value={uid} />
          <Button>{d.leave}</Button>
        </form>
      </div>
    </SignedInFrame>
  )
}

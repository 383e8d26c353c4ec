import { LinkButton } from "@/components/ui/button"
import { Phrase } from "@/components/ui/phrase"
import type { Locale } from "@/lib/i18n/locale"
import { refusalText } from "@/lib/i18n/refusal-text"
import type { Dictionary } from "@/lib/i18n/words"
import type { Refusal } from "@/lib/kernel/refusal"

type InvitationShutProps = { w: Dictionary; locale: Locale; refusal: Refusal }

/** An invitation that leads nowhere any more: why, and what to do now. */
export function InvitationShut({ w, locale, refusal }: InvitationShutProps) {
  const { titles, door, lookup } = w.invitations.shut
  const isAccepted = refusal.code === "invitations.accepted"
  const title =
    {
      "invitations.expired": titles.expired,
      "invitations.accepted": titles.accepted,
      "invitations.code-expired": titles.again,
      "invitations.guesses-used": titles.again,
    }[refusal.code as string] ?? titles.gone
  const ways = [
    <LinkButton key="door" href="/login" kind={isAccepted ? "main" : "plain"} wide>
      {door}
    </LinkButton>,
    <LinkButton key="lookup" href="/admins" kind={isAccepted ? "plain" : "main"} wide>
      {lookup}
    </LinkButton>,
  ]
  return (
    <div className="mx-auto max-w-door space-y-5">
      <h1>{title}</h1>
      <p>
        <Phrase text={refusalText(refusal, locale)} />
      </p>
      {isAccepted ? ways : ways.toReversed()}
    </div>
  )
}

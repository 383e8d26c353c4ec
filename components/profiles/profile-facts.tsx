import { DescriptionList } from "@/components/ui/description-list"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type Profile = {
  readonly address: string
  readonly telephone: string
  readonly email: string
  readonly openingHours: string
  readonly latitude: number | null
  readonly longitude: number | null
  readonly executives: readonly { readonly post: string; readonly name: string }[]
}

type ProfileFactsProps = { w: Dictionary; locale: Locale; profile: Profile }

/** What a unit says of itself, as everybody may read it; what it has not told is left out. */
export function ProfileFacts({ w, locale, profile }: ProfileFactsProps) {
  const { fields, lookup, nothing } = w.profiles
  const { address, telephone, email, openingHours, latitude, longitude, executives } = profile
  const place = `${latitude},${longitude}`
  const facts = [
    ...(address ? [{ name: fields.address, value: address }] : []),
    ...(telephone ? [{ name: fields.telephone, value: digits(telephone, locale) }] : []),
    ...(email ? [{ name: fields.email, value: <Mailbox email={email} /> }] : []),
    ...(openingHours ? [{ name: fields.openingHours, value: openingHours }] : []),
    ...(executives.length > 0
      ? [{ name: fields.executives, value: <Executives people={executives} say={lookup.executive} /> }]
      : []),
    ...(latitude === null || longitude === null
      ? []
      : [
          {
            name: fields.place,
            value: (
              <>
                {digits(`${latitude}, ${longitude}`, locale)}{" "}
                <a href={`geo:${place}?q=${place}`} className="screen-only">
                  {lookup.openMap}
                </a>
              </>
            ),
          },
        ]),
  ]
  return facts.length > 0 ? <DescriptionList facts={facts} /> : <p>{nothing}</p>
}

function Mailbox({ email }: { email: string }) {
  return (
    <a href={`mailto:${encodeURI(email)}`} className="break-all">
      {email}
    </a>
  )
}

function Executives({
  people,
  say,
}: {
  people: Profile["executives"]
  say: Dictionary["profiles"]["lookup"]["executive"]
}) {
  return (
    <ul lang="th">
      {people.map(({ post, name }) => (
        <li key={`${post} ${name}`}>{say({ post, name })}</li>
      ))}
    </ul>
  )
}

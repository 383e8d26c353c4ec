import { DescriptionList, type Fact } from "@/components/ui/description-list"
import { formatDate } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { maskEmail } from "@/lib/otp/rules"

type ProfileProps = {
  profile: {
    nameTh: string
    nameEn: string | null
    username: string | null
    email: string | null
    emailVerified: boolean
    signInMethod: "password" | "thaid"
    passwordSetAt: Date | null
    dutiesAcceptedAt: Date | null
    memberships: readonly {
      unitTh: string
      unitEn: string | null
      post: string
      isAdmin: boolean
    }[]
  }
  /** From when the password is followed by a mailed code, while that is to come. */
  codeFrom: Date | undefined
  w: Dictionary
  locale: Locale
}

/** Name, units and sign-in method; the e-mail address stays masked, as on every screen. */
export function Profile({ profile, codeFrom, w, locale }: ProfileProps) {
  const i = w.identity.profile
  const th = locale === "th"
  const byPassword = codeFrom ? w.signin.method.passwordOnly(formatDate(codeFrom, locale)) : i.passwordAndCode
  const facts: Fact[] = [
    {
      name: i.name,
      value: th ? profile.nameTh : (profile.nameEn ?? <span lang="th">{profile.nameTh}</span>),
    },
    ...profile.memberships.map((m) => ({
      name: i.unit,
      value: (
        <>
          {th ? m.unitTh : (m.unitEn ?? <span lang="th">{m.unitTh}</span>)}
          <span className="block text-sm text-ink-2">
            <span lang="th">{m.post}</span>
            {m.isAdmin ? ` · ${i.admin}` : null}
          </span>
        </>
      ),
    })),
    ...(profile.username ? [{ name: i.username, value: profile.username }] : []),
    {
      name: i.email,
      value: (
        <>
          {profile.email
            ? `${maskEmail(profile.email)}${profile.emailVerified ? "" : ` (${i.unverified})`}`
            : i.noEmail}{" "}
          <a href="/account/email" className="nowrap">
            {profile.email && profile.emailVerified ? i.changeEmail : i.setEmail}
          </a>
        </>
      ),
    },
    {
      name: i.method,
      value: (
        <>
          {profile.signInMethod === "thaid" ? w.signin.method.methods.thaid : byPassword}{" "}
          <a href="/account/sign-in" className="nowrap">
            {i.changeMethod}
          </a>
        </>
      ),
    },
    ...(profile.passwordSetAt
      ? [
          {
            name: i.passwordSet,
            value: (
              <>
                {formatDate(profile.passwordSetAt, locale)}{" "}
                <a href="/account/password" className="nowrap">
                  {i.changePassword}
                </a>
              </>
            ),
          },
        ]
      : []),
    ...(profile.dutiesAcceptedAt
      ? [
          {
            name: i.dutiesAccepted,
            value: formatDate(profile.dutiesAcceptedAt, locale),
          },
        ]
      : []),
  ]
  return (
    <section aria-labelledby="profile-title" className="mb-10">
      <h2 id="profile-title" className="mb-3">
        {i.title}
      </h2>
      <DescriptionList facts={facts} />
      <p className="mt-3 text-sm text-ink-2">{i.change}</p>
    </section>
  )
}

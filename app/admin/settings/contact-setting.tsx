import { ChangeHistory } from "@/components/settings/change-history"
import { faultAt } from "@/components/settings/setting-faults"
import { Button } from "@/components/ui/button"
import type { Fault } from "@/components/ui/error-summary"
import { TextField } from "@/components/ui/text-field"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type Contact = {
  telephone?: string | undefined
  hours?: { th: string; en: string } | undefined
  openChatUrl?: string | undefined
}

type ContactSettingProps = {
  w: Dictionary
  locale: Locale
  mayChange: boolean
  setting: {
    version: number
    value: Contact | undefined
    changes: readonly {
      version: number
      at: Date
      byTh: string | null
      byEn: string | null
      value: Contact | undefined
    }[]
  }
  faults: readonly Fault[]
  typed: Readonly<Record<string, string>> | undefined
}

/** How the central helpdesk is reached: the form, and who changed it when. */
export function ContactSetting(props: ContactSettingProps) {
  const { w, locale, mayChange, setting } = props
  const c = w.settings.contact
  return (
    <section aria-labelledby="contact" className="border-t-2 border-ink pt-3">
      <h2 id="contact">{c.title}</h2>
      <p className="mt-1 mb-4 max-w-reading text-ink-2">
        {c.about} <a href="/help">{c.see}</a>
      </p>
      {mayChange ? <ContactForm {...props} /> : <ContactLines contact={setting.value} w={w} />}
      <ChangeHistory
        w={w}
        locale={locale}
        changes={setting.changes}
        what={({ value }) => <ContactLines contact={value} w={w} />}
      />
    </section>
  )
}

function ContactForm({ w, setting, faults, typed }: ContactSettingProps) {
  const c = w.settings.contact
  const { telephone = "", hours, openChatUrl = "" } = setting.value ?? {}
  const inForce: Record<string, string> = {
    telephone,
    hoursTh: hours?.th ?? "",
    hoursEn: hours?.en ?? "",
    openChatUrl,
  }
  const field = (name: string, label: string, hint?: string) => ({
    name,
    label,
    hint,
    error: faultAt(faults, name),
    defaultValue: (typed ?? inForce)[name] ?? "",
  })
  return (
    <form method="post" action="/api/admin/settings/contact" className="max-w-reading space-y-4">
      <input type="hidden" name="version" value={setting.version} />
      <TextField {...field("telephone", c.telephone, c.telephoneHint)} type="tel" />
      <TextField {...field("hoursTh", c.hoursTh, c.hoursHint)} />
      <TextField {...field("hoursEn", c.hoursEn)} />
      <TextField {...field("openChatUrl", c.openChatUrl, c.openChatHint)} spellCheck={false} />
      <Button kind="main">{w.settings.save}</Button>
    </form>
  )
}

function ContactLines({ contact, w }: { contact: Contact | undefined; w: Dictionary }) {
  const lines = [contact?.telephone, contact?.hours?.th, contact?.hours?.en, contact?.openChatUrl]
  const shown = lines.filter((line) => line !== undefined)
  if (shown.length === 0) return w.settings.contact.nothing
  return shown.map((line) => (
    <span key={line} className="block [overflow-wrap:anywhere]">
      {line}
    </span>
  ))
}

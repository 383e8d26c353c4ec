import { DescriptionList, type Fact } from "@/components/ui/description-list"
import { Notice } from "@/components/ui/notice"
import { Phrase } from "@/components/ui/phrase"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type Contact = {
  telephone?: string | undefined
  hours?: Record<Locale, string> | undefined
  openChat?: { url: string; qr: string } | undefined
}

type HelpdeskProps = { w: Dictionary; locale: Locale; contact: Contact | undefined }

/** The central helpdesk as the Department has set it, or plainly that it has not, or that nobody can look just now. */
export function Helpdesk({ w, locale, contact }: HelpdeskProps) {
  const h = w.support.help
  const facts: Fact[] = []
  if (contact?.telephone)
    facts.push({ name: h.telephone, value: <b className="nowrap">{contact.telephone}</b> })
  if (contact?.hours) facts.push({ name: h.hours, value: contact.hours[locale] })
  if (contact?.openChat)
    facts.push({ name: h.openChat, value: <OpenChat w={w} openChat={contact.openChat} /> })
  return (
    <section aria-labelledby="helpdesk">
      <h2 id="helpdesk" className="mb-3">
        {h.deskTitle}
      </h2>
      {facts.length > 0 ? (
        <DescriptionList facts={facts} />
      ) : (
        <Notice tone="information">
          <Phrase text={contact ? h.deskEmpty : h.deskUnknown} />
        </Notice>
      )}
    </section>
  )
}

function OpenChat({ w, openChat }: { w: Dictionary; openChat: { url: string; qr: string } }) {
  return (
    <>
      <a href={openChat.url} rel="noreferrer">
        {w.support.help.openChatLink}
      </a>
      <img
        src={`data:image/svg+xml,${encodeURIComponent(openChat.qr)}`}
        alt={w.support.help.openChatQr}
        width={168}
        height={168}
        className="mt-2 rounded-md"
      />
    </>
  )
}

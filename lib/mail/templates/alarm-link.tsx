import "server-only"
import { Link, Text } from "@react-email/components"
import type { Locale } from "@/lib/i18n/locale"
import { Line } from "./frame"
import { mailWords } from "./mail-words"
import { styles } from "./styles"
import type { Slots } from "./template"

/** “This wasn't me”: the link leads to a page with a button, because scanners of mail open links by themselves. */
export function AlarmLink({ locale, slots }: { readonly locale: Locale; readonly slots: Slots }) {
  const w = mailWords(locale).alarm
  return (
    <>
      <Text className="ink" style={styles.text}>
        <Link className="ink" style={styles.link} href={`${slots("origin")}/alarm/${slots("alarm")}`}>
          {w.link}
        </Link>
      </Text>
      <Line quiet>{w.hint}</Line>
    </>
  )
}

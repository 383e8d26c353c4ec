import "server-only"
import { Body, Container, Head, Heading, Hr, Html, Preview, Section, Text } from "@react-email/components"
import type { ReactNode } from "react"
import type { Locale } from "@/lib/i18n/locale"
import { mailWords } from "./mail-words"
import { darkRules, styles } from "./styles"

type FrameProps = {
  readonly locale: Locale
  readonly preview: string
  readonly title: string
  readonly children: ReactNode
}

/** What every mail of the portal looks like: who sends it on top, one column, readable in light and dark. */
export function Frame({ locale, preview, title, children }: FrameProps) {
  const w = mailWords(locale)
  return (
    <Html lang={locale}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{darkRules}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body className="paper" style={styles.body}>
        <Container className="sheet" style={styles.sheet}>
          <Text className="quiet" style={styles.sender}>
            {w.sender}
          </Text>
          <Heading as="h1" className="ink" style={styles.title}>
            {title}
          </Heading>
          {children}
          <Hr className="line" style={styles.line} />
          <Text className="quiet" style={styles.small}>
            {w.automatic}
          </Text>
        </Container>
      </Body>
    </Html>
  )
}

/** A sentence of the body. */
export function Line({
  children,
  quiet = false,
}: {
  readonly children: ReactNode
  readonly quiet?: boolean
}) {
  return (
    <Text className={quiet ? "quiet" : "ink"} style={quiet ? styles.quiet : styles.text}>
      {children}
    </Text>
  )
}

/** What to do if the reader did not cause this mail. */
export function NotYou({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Section className="warn" style={styles.warn}>
      <Text className="ink" style={styles.warnTitle}>
        {title}
      </Text>
      <Text className="ink" style={styles.text}>
        {children}
      </Text>
    </Section>
  )
}

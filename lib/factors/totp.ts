import "server-only"
import { randomBytes } from "node:crypto"
import { generateSync, generateURI, ScureBase32Plugin } from "otplib"
import { sameBytes } from "@/lib/crypto/same-bytes"
import { totpRules } from "./rules"

const base32 = new ScureBase32Plugin()

/** A fresh secret of 160 bits (RFC 4226 §4), in base32 as apps take it. */
export function totpSecret(): string {
  return base32.encode(randomBytes(totpRules.secretBytes), { padding: false })
}

/** What an app reads from the QR code. */
export function totpUri(secret: string, label: string): string {
  const { digits, period } = totpRules
  return generateURI({ issuer: "DLA SSO", label, secret, digits, period })
}

/** The time step for which a code is right, the latest first, within the skew; nothing when there is none. */
export function totpStep(secret: string, code: string, now: Date): number | undefined {
  const { digits, period, skew } = totpRules
  const current = Math.floor(now.getTime() / 1000 / period)
  const steps = Array.from({ length: 2 * skew + 1 }, (_, at) => current + skew - at).filter(
    (step) => step >= 0,
  )
  const right = steps.filter((step) =>
    sameBytes(Buffer.from(generateSync({ secret, digits, period, epoch: step * period })), Buffer.from(code)),
  )
  return right[0]
}

import { nationalIdCheckDigit } from "@/lib/identity/rules"
import type { CastMember } from "./cast-members"

const titlesEn: Readonly<Record<string, string>> = { นาย: "Mr.", นาง: "Mrs.", นางสาว: "Miss" }

/** A member of the cast as the ThaiID stand-in reads him from the home: the person alone, with no account or secret. */
export function thaidPersonOf(member: CastMember) {
  const serial = Number(member.twelve.slice(-5))
  const two = (number: number) => String(number).padStart(2, "0")
  return {
    nationalId: `${member.twelve}${nationalIdCheckDigit(member.twelve)}`,
    title: member.title,
    titleEn: titlesEn[member.title] ?? "",
    givenName: member.given,
    familyName: member.family,
    givenNameEn: member.givenEn,
    familyNameEn: member.familyEn,
    // Invented, and the same at every start.
    birthdate: `${1968 + (serial % 30)}-${two((serial % 12) + 1)}-${two((serial % 28) + 1)}`,
    note: `${member.power} · ${member.seats[0]?.unit ?? ""}`,
  }
}

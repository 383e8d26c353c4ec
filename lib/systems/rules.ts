import type { HeldRole } from "@/db/queries/systems"
import { arabicDigits } from "@/lib/i18n/digits"

const folded = (text: string) => arabicDigits(text).normalize("NFKC").toLowerCase().replace(/\s+/g, "")

/** Whether a system answers to the words looked for, in either language, by name, purpose or code. */
export function matchesSearch(role: HeldRole, words: string): boolean {
  const wanted = folded(words)
  return [role.nameTh, role.nameEn, role.purposeTh, role.purposeEn, role.systemCode].some((text) =>
    folded(text).includes(wanted),
  )
}

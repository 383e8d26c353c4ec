import "server-only"
import type { Registration } from "@/db/queries/registration"
import { type RegistrationPage, registrationPages } from "./rules"

/** How far a request has come once a page is saved, as a number from 1; going back to an earlier page takes nothing away. */
export function pageAfter({ page }: Pick<Registration, "page">, saved: RegistrationPage): number {
  return Math.max(page, registrationPages.indexOf(saved) + 2)
}

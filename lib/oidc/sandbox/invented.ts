import "server-only"
import { createHash } from "node:crypto"
import type { SandboxRole } from "@/db/queries/oidc-sandbox"
import type { unitKinds } from "@/db/schema/units"

/** A unit that there is not. There are no provinces 98 and 99, so no real unit ever has one of these codes. */
export type InventedUnit = {
  readonly code: string
  readonly kind: (typeof unitKinds)[number]
  readonly name: string
  readonly name_en: string
  readonly above: readonly { readonly code: string; readonly kind: string; readonly name: string }[]
  /** The family name of those who belong to it. */
  readonly family: string
}

const department = { code: "98", kind: "department", name: "กรมสมมุติ" }
const province = { code: "99", kind: "provincial_office", name: "สำนักงานจังหวัดสมมุติ" }
const district = { code: "9901", kind: "district_office", name: "สำนักงานอำเภอสมมุติ" }

/** The units of invented users, of the kinds that a system sees most. */
export const inventedUnits: readonly InventedUnit[] = [
  {
    code: "06990101",
    kind: "sao",
    name: "องค์การบริหารส่วนตำบลสมมุติ",
    name_en: "Invented Subdistrict Administrative Organization",
    above: [district, province, department],
    family: "สมมุติตำบล",
  },
  {
    code: "05990102",
    kind: "subdistrict_municipality",
    name: "เทศบาลตำบลสมมุติ",
    name_en: "Invented Subdistrict Municipality",
    above: [district, province, department],
    family: "สมมุติเทศบาล",
  },
  {
    code: province.code,
    kind: "provincial_office",
    name: province.name,
    name_en: "Invented Provincial Office",
    above: [department],
    family: "สมมุติจังหวัด",
  },
]

/** Somebody who there is not: one for each role of a system in each invented unit. */
export type InventedUser = {
  /** The name of its account: a UUID of version 8 (RFC 9562 §5.8), which no account of the portal ever has. */
  readonly sub: string
  readonly role: SandboxRole
  readonly unit: InventedUnit
}

/** The invented users of a system. They follow from its roles, so that nothing is kept of them. */
export function inventedUsers(systemCode: string, roles: readonly SandboxRole[]): readonly InventedUser[] {
  return roles.flatMap((role) =>
    inventedUnits.map((unit) => ({ sub: subOf(systemCode, role.key, unit.code), role, unit })),
  )
}

function subOf(...parts: readonly string[]): string {
  const hex = createHash("sha256")
    .update(`sandbox\n${parts.join("\n")}`, "utf8")
    .digest("hex")
  return `00000000-0000-8${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`
}

/** What a system is told of one, by the scopes that it asked for; always that it is invented. */
export function inventedClaims(
  { sub, role, unit }: InventedUser,
  scope: string,
): { readonly sub: string; readonly [claim: string]: unknown } {
  const scopes = scope.split(" ")
  const { family, ...told } = unit
  return {
    sub,
    sandbox: true,
    ...(scopes.includes("profile") && {
      name: `ทดลอง ${family}`,
      given_name: "ทดลอง",
      family_name: family,
      locale: "th",
    }),
    ...(scopes.includes("email") && { email: `${sub}@sandbox.example`, email_verified: true }),
    ...(scopes.includes("unit") && { post: `ผู้ทดลอง (${role.nameTh})`, unit: told }),
    ...(scopes.includes("roles") && { roles: [role.key] }),
  }
}

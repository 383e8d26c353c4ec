import "server-only"
import { z } from "zod"
import { keyRing } from "@/lib/crypto/ring"
import { open, seal } from "@/lib/crypto/seal"
import { staffKinds } from "@/lib/orders/rules"
import { importRowPlace } from "./places"

const wanted = z.object({
  person: z.object({
    unitCode: z.string(),
    nationalId: z.string(),
    titleTh: z.string(),
    givenNameTh: z.string(),
    familyNameTh: z.string(),
    post: z.string(),
    staffKind: z.enum(staffKinds),
    staffReason: z.string(),
    email: z.string(),
    officeTelephone: z.string(),
    orderText: z.string(),
    validFrom: z.string().nullable(),
    validUntil: z.string().nullable(),
  }),
  roles: z.array(z.string()).readonly(),
  // rows that were sealed before single roles had a last day
  untils: z.record(z.string(), z.string()).default({}),
  rightsUntil: z.string().nullable(),
})

const content = z.object({ name: z.string(), nationalId: z.string(), wanted: wanted.nullable() })

/** What is kept of a row: who it is about, and what it asks for where it is sound. */
export type RowContent = z.infer<typeof content>

/** Seals the content of a row. */
export function sealRow(rowId: string, { name, nationalId, wanted }: RowContent): Buffer {
  return seal(keyRing(), importRowPlace(rowId), JSON.stringify({ name, nationalId, wanted }))
}

/** Opens it again. */
export function openRow(row: { readonly id: string; readonly contentSealed: Buffer }): RowContent {
  return content.parse(JSON.parse(open(keyRing(), importRowPlace(row.id), row.contentSealed)))
}

import { sql } from "drizzle-orm"
import { image } from "@/db/factories/image"
import { makeRegistration } from "@/db/factories/registration"
import type { Database } from "@/db/types"
import { beginDocument } from "@/lib/documents/begin-document"
import { receiveDocument } from "@/lib/documents/receive-document"
import { nationalIdCheckDigit } from "@/lib/identity/rules"
import { visitor } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"

const hour = 60 * 60 * 1000

/** Two people who wait for an officer: one whom ThaiID proved, one about whom the reviewer is warned. */
const applicants = [
  {
    number: "R-2569-0101",
    twelve: "199999000101",
    unit: "06360207",
    titleTh: "นางสาว",
    givenNameTh: "ศิริพร",
    familyNameTh: "แสนดี",
    post: "นักวิเคราะห์นโยบายและแผนปฏิบัติการ",
    email: "siriporn.s@officials.example",
    isProved: true,
    waitedHours: 20,
  },
  {
    number: "R-2569-0102",
    twelve: "199999000102",
    unit: "05360204",
    titleTh: "นาย",
    givenNameTh: "วิชัย",
    familyNameTh: "พากเพียร",
    post: "ผู้ช่วยเจ้าพนักงานธุรการ",
    staffKind: "employee",
    staffReason: "ได้รับมอบหมายให้บันทึกข้อมูลแทนตำแหน่งที่ว่าง ตามคำสั่งของหน่วยงาน",
    email: "wichai.p@officials.example",
    isProved: false,
    waitedHours: 90,
  },
] as const

/**
 * Puts the demonstration's two registrations into the queue where they are missing, with a file each that is judged like
 * any other. What became of them since is left as it is.
 */
export async function ensureRegistrations(db: Database, now: Date): Promise<void> {
  for (const { isProved, waitedHours, twelve, unit, ...applicant } of applicants) {
    const [known] = await db.execute(sql`select 1 from registrations where number = ${applicant.number}`)
    const [row] = await db.execute<{ id: string }>(sql`select id from units where code = ${unit}`)
    if (known || !row) continue
    const at = new Date(now.getTime() - waitedHours * hour)
    const { id } = await makeRegistration(db, {
      ...applicant,
      unitId: row.id,
      nationalId: `${twelve}${nationalIdCheckDigit(twelve)}`,
      state: "submitted",
      createdAt: at,
      ...(isProved ? { provedAt: at } : {}),
    })
    await attach(db, id, now)
  }
}

async function attach(db: Database, id: string, now: Date): Promise<void> {
  const bytes = await image({ note: id })
  const begun = await db.transaction((tx) =>
    beginDocument(tx, {
      holder: { kind: "registration", id },
      purpose: "evidence",
      fileName: "หนังสือรับรองการปฏิบัติงาน.jpg",
      sizeBytes: bytes.length,
      uploadedBy: null,
      now,
    }),
  )
  if ("kind" in begun) throw new Error(`a file can't be attached: ${begun.refusal.code}`)
  const sent = { ...begun, offset: 0, bytes: onePiece(bytes) }
  const result = await execute(receiveDocument, { db, actor: visitor, now, requestId: "seed" }, sent)
  if (!result.ok) throw new Error(`a file can't be attached: ${result.refusal.code}`)
}

async function* onePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

import { randomUUID } from "node:crypto"
import { sql } from "drizzle-orm"
import type { Database } from "@/db/types"
import { checkNextDocument } from "@/lib/documents/check-documents"
import { receiveDocument } from "@/lib/documents/receive-document"
import { bangkokDay } from "@/lib/i18n/dates"
import { nationalIdCheckDigit } from "@/lib/identity/rules"
import { type AccountActor, visitor } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import { addOrderDocument } from "@/lib/orders/add-order-document"
import { draftOrder } from "@/lib/orders/draft-order"
import { saveOrder } from "@/lib/orders/save-order"
import { savePerson } from "@/lib/orders/save-person"
import { submitOrder } from "@/lib/orders/submit-order"
import { shownDayBe } from "@/lib/orders/typed-day-be"
import { configuredClamd } from "@/lib/storage/clamd"
import { configuredStore } from "@/lib/storage/configured-store"
import { orderPaper } from "./order-paper"

const hour = 60 * 60 * 1000
const day = 24 * hour

/**
 * Two orders that wait for an officer: one whose paper says what was typed, and one about which the reviewer is warned,
 * since the person is no permanent staff and the paper has another number and another spelling of his name.
 */
const waiting = [
  {
    unit: "06360207",
    number: "214",
    paperNumber: "214",
    waitedHours: 6,
    signer: "นายบรรจง ตัวอย่างดี",
    signerPost: "นายกองค์การบริหารส่วนตำบล",
    person: {
      twelve: "199999000201",
      titleTh: "นางสาว",
      givenNameTh: "กาญจนา",
      familyNameTh: "ตั้งใจงาม",
      post: "นักวิชาการคอมพิวเตอร์",
      staffKind: "local-government",
      staffReason: "",
      email: "kanchana.t@officials.example",
    },
    paperName: "นางสาวกาญจนา ตั้งใจงาม",
  },
  {
    unit: "05360204",
    number: "87",
    paperNumber: "78",
    waitedHours: 50,
    signer: "นางพิมพา ตัวอย่างงาม",
    signerPost: "นายกเทศมนตรีตำบล",
    person: {
      twelve: "199999000202",
      titleTh: "นาย",
      givenNameTh: "ธนพล",
      familyNameTh: "ศรีสมมุติ",
      post: "ผู้ช่วยเจ้าพนักงานธุรการ",
      staffKind: "employee",
      staffReason: "ตำแหน่งเจ้าพนักงานธุรการว่าง และยังไม่มีพนักงานเทศบาลที่ปฏิบัติหน้าที่แทนได้",
      email: "thanaphon.s@officials.example",
    },
    paperName: "นายธนพล ศรีสมมุต",
  },
] as const

type Waiting = (typeof waiting)[number]

/**
 * Puts the demonstration's two orders into the queue where they are missing, by the same steps as their units' SSO Admins,
 * each with a paper of real words. What became of them since is left as it is.
 */
export async function ensureOrders(db: Database, now: Date): Promise<void> {
  for (const one of waiting) {
    const maker = await makerOf(db, one)
    if (maker) await handIn(db, { ...maker, now }, one)
  }
}

/** Who makes it, where it is missing: an SSO Admin of the unit. */
async function makerOf(db: Database, { unit, number }: Waiting) {
  const [row] = await db.execute<
    Record<"accountId" | "membershipId" | "unitId" | "path" | "name", string>
  >(sql`
    select m.account_id as "accountId", m.id as "membershipId", u.id as "unitId", u.path, u.name_th as name
    from units u join memberships m on m.unit_id = u.id and m.state = 'active'
    join admin_appointments a on a.membership_id = m.id and a.ended_at is null
    where u.code = ${unit} and not exists (
      select from orders o where o.unit_id = u.id and o.order_number = ${number} and o.state <> 'draft')
    order by m.account_id limit 1`)
  if (!row) return undefined
  const { accountId, name, ...seat } = row
  const actor: AccountActor = {
    kind: "account",
    accountId,
    sessionId: randomUUID(),
    seats: [{ ...seat, level: "local", isAdmin: true }],
    roles: [],
  }
  return { actor, name }
}

type By = { readonly actor: AccountActor; readonly name: string; readonly now: Date }

async function handIn(db: Database, { actor, name, now }: By, one: Waiting): Promise<void> {
  const { unit: unitCode, person } = one
  const at = new Date(now.getTime() - one.waitedHours * hour)
  const [date, from] = [new Date(at.getTime() - 2 * day), new Date(at.getTime() + 5 * day)]
  const context = { db, actor, now: at, requestId: "seed" }
  const { number } = sure(await execute(draftOrder, context, { unitCode, kind: "appoint" }))
  const order = { unitCode, number }
  const version = async () => {
    const [row] = await db.execute<{ version: number }>(
      sql`select version from orders where number = ${number}`,
    )
    return row?.version ?? 0
  }
  const typed = {
    kind: "appoint",
    issuer: unitCode,
    orderNumber: one.number,
    orderDate: shownDayBe(bangkokDay(date)),
    signerName: one.signer,
    signerPost: one.signerPost,
    validFrom: shownDayBe(bangkokDay(from)),
    validUntil: shownDayBe(null),
    revokes: "",
  }
  sure(await execute(saveOrder, context, { ...order, version: await version(), ...typed }))
  const { twelve, ...named } = person
  const nationalId = `${twelve}${nationalIdCheckDigit(twelve)}`
  const personInput = { ...named, nationalId, personId: "", officeTelephone: "0 4400 0109" }
  sure(await execute(savePerson, context, { ...order, version: await version(), ...personInput }))
  const year = shownDayBe(bangkokDay(date)).year
  const paper = orderPaper({
    unit: name,
    number: `${one.paperNumber}/${year}`,
    date,
    from,
    people: [{ name: one.paperName, post: person.post }],
    signer: one.signer,
    signerPost: one.signerPost,
  })
  const file = { fileName: "คำสั่งแต่งตั้ง SSO Admin.pdf", sizeBytes: paper.length }
  const begun = sure(await execute(addOrderDocument, context, { ...order, ...file }))
  const sent = { ...begun, offset: 0, bytes: onePiece(paper) }
  sure(await execute(receiveDocument, { ...context, actor: visitor }, sent))
  // judged here and now, since what isn't can't be handed in; it is the oldest that waits
  await checkNextDocument({ db, store: await configuredStore(), clamd: configuredClamd(), clock: () => at })
  // where a virus scanner is named and away, the order stays a draft and comes anew at the next start
  await execute(submitOrder, context, { ...order, version: await version() })
}

function sure<T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T {
  if (!result.ok) throw new Error(`an order can't be made: ${result.refusal.code}`)
  return result.value
}

async function* onePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

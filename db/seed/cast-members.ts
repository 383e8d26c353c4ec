import type { DepartmentRole } from "@/lib/kernel/actor"

/** A person of the demonstration: wholly invented, with an invented number and a mail address that cannot exist. */
export type CastMember = {
  readonly username: string | null
  /** Twelve invented digits; the check digit is worked out. */
  readonly twelve: string
  readonly title: string
  readonly given: string
  readonly family: string
  readonly givenEn: string
  readonly familyEn: string
  readonly email: string | null
  readonly state: "active" | "suspended" | "invited"
  readonly power: string
  readonly expects: "portal" | "refused"
  readonly dutiesAccepted: boolean
  readonly seats: readonly CastSeat[]
  readonly roles?: readonly DepartmentRole[]
}

/** Where a person of the demonstration works. */
export type CastSeat = {
  readonly unit: string
  readonly post: string
  readonly telephone?: string
  /** SSO Admin of the unit; `endsInDays` when the appointing order is about to end. */
  readonly admin?: { readonly order: string; readonly endsInDays?: number }
  readonly grants?: readonly (readonly [system: string, role: string])[]
}

type Draft = Pick<CastMember, "username" | "given" | "family" | "givenEn" | "familyEn" | "power" | "seats"> &
  Partial<CastMember>

let serial = 0

function member(draft: Draft): CastMember {
  serial += 1
  const local = draft.username ?? draft.givenEn.toLowerCase()
  return {
    twelve: `1360999${String(serial).padStart(5, "0")}`,
    title: "นาง",
    email: `${local}@officials.example`,
    state: "active",
    expects: "portal",
    dutiesAccepted: true,
    ...draft,
  }
}

/** The cast: at least one person for each power, and those whom the door must refuse. */
export const castMembers: readonly CastMember[] = [
  member({
    username: "pranee.t",
    given: "ปราณี",
    family: "ทดลองงาน",
    givenEn: "Pranee",
    familyEn: "Thotlongngan",
    power: "official",
    seats: [
      {
        unit: "06360207",
        post: "นักวิเคราะห์นโยบายและแผน",
        grants: [
          ["INFO", "recorder"],
          ["E-PLAN", "recorder"],
          ["E-PLAN", "viewer"],
          ["E-LAAS", "supplies"],
          ["LEC", "viewer"],
        ],
      },
    ],
  }),
  member({
    username: "somchai.s",
    title: "นาย",
    given: "สมชาย",
    family: "สาธิตดี",
    givenEn: "Somchai",
    familyEn: "Sathitdee",
    power: "unit SSO Admin",
    seats: [
      {
        unit: "06360207",
        post: "ปลัดองค์การบริหารส่วนตำบล",
        telephone: "0 4400 0101",
        admin: { order: "101" },
        grants: [
          ["INFO", "recorder"],
          ["WELFARE", "recorder"],
        ],
      },
    ],
  }),
  member({
    username: "wilai.e",
    title: "นางสาว",
    given: "วิไล",
    family: "ใกล้ครบวาระ",
    givenEn: "Wilai",
    familyEn: "Klaikhropwara",
    power: "unit SSO Admin whose order is about to end",
    seats: [
      {
        unit: "05360204",
        post: "หัวหน้าสำนักปลัดเทศบาล",
        telephone: "0 4400 0102",
        admin: { order: "57", endsInDays: 20 },
        grants: [
          ["INFO", "recorder"],
          ["LHR", "recorder"],
        ],
      },
    ],
  }),
  member({
    username: null,
    title: "นาย",
    given: "บุญมี",
    family: "สมมุติ",
    givenEn: "Bunmee",
    familyEn: "Sommut",
    power: "official in two units, signs in by the 13-digit number",
    seats: [
      { unit: "05360901", post: "เจ้าพนักงานธุรการ", grants: [["MAIL", "officer"]] },
      { unit: "05360204", post: "เจ้าพนักงานธุรการ (ช่วยราชการ)", grants: [["INFO", "viewer"]] },
    ],
  }),
  member({
    username: "malee.n",
    given: "มาลี",
    family: "ยังไม่มีสิทธิ์",
    givenEn: "Malee",
    familyEn: "Yangmaimisit",
    power: "official without any right",
    seats: [{ unit: "06360207", post: "นักพัฒนาชุมชน" }],
  }),
  member({
    username: "arthit.d",
    title: "นาย",
    given: "อาทิตย์",
    family: "มาใหม่",
    givenEn: "Arthit",
    familyEn: "Mamai",
    power: "official who has not accepted the duties of use",
    dutiesAccepted: false,
    seats: [{ unit: "05360901", post: "นักวิชาการเงินและบัญชี", grants: [["E-LAAS", "finance"]] }],
  }),
  member({
    username: "kanda.d",
    given: "กานดา",
    family: "อำเภอสมมุติ",
    givenEn: "Kanda",
    familyEn: "Amphoesommut",
    power: "district SSO Admin",
    seats: [
      {
        unit: "3602",
        post: "ท้องถิ่นอำเภอ",
        telephone: "0 4400 0201",
        admin: { order: "12" },
        grants: [["INFO", "viewer"]],
      },
    ],
  }),
  member({
    username: "prasit.p",
    title: "นาย",
    given: "ประสิทธิ์",
    family: "จังหวัดสมมุติ",
    givenEn: "Prasit",
    familyEn: "Changwatsommut",
    power: "provincial SSO Admin",
    seats: [
      {
        unit: "36",
        post: "ผู้อำนวยการกลุ่มงานส่งเสริมและพัฒนาท้องถิ่น",
        telephone: "0 4400 0301",
        admin: { order: "8" },
        grants: [["INFO", "certifier"]],
      },
    ],
  }),
  ...(
    [
      ["officer", "ดวงใจ", "กรมสมมุติ", "Duangjai", "นักส่งเสริมการปกครองท้องถิ่นชำนาญการ"],
      ["auditor", "ตรวจตรา", "โปร่งใส", "Truattra", "นักวิชาการตรวจสอบภายใน"],
      ["systems", "เทคนิค", "เชื่อมต่อ", "Thekhnik", "นักวิชาการคอมพิวเตอร์"],
      ["helpdesk", "ช่วยเหลือ", "รับสาย", "Chuailuea", "เจ้าพนักงานโสตทัศนศึกษา"],
      ["administrator", "อำนวย", "ดูแลระบบ", "Amnuai", "ผู้อำนวยการศูนย์เทคโนโลยีสารสนเทศ"],
    ] as const
  ).map(([role, given, family, givenEn, post]) =>
    member({
      username: `dla.${role}`,
      given,
      family,
      givenEn,
      familyEn: "Sommut",
      power: `Department ${role}`,
      roles: [role],
      seats: [{ unit: "00", post, grants: role === "auditor" ? [] : [["INFO", "viewer"]] }],
    }),
  ),
  member({
    username: "refused.suspended",
    given: "ระงับ",
    family: "ชั่วคราว",
    givenEn: "Rangap",
    familyEn: "Chuakhrao",
    power: "suspended official",
    state: "suspended",
    expects: "refused",
    seats: [{ unit: "06360207", post: "เจ้าพนักงานพัสดุ", grants: [["E-LAAS", "supplies"]] }],
  }),
  member({
    username: "refused.invited",
    given: "รับเชิญ",
    family: "ยังไม่เริ่ม",
    givenEn: "Rapchoen",
    familyEn: "Yangmairoem",
    power: "invited official",
    state: "invited",
    expects: "refused",
    dutiesAccepted: false,
    seats: [{ unit: "05360204", post: "นักทรัพยากรบุคคล" }],
  }),
  member({
    username: "refused.no-email",
    given: "ไร้",
    family: "อีเมล",
    givenEn: "Rai",
    familyEn: "Imel",
    power: "official without an e-mail address",
    email: null,
    expects: "refused",
    seats: [{ unit: "05360901", post: "นายช่างโยธา", grants: [["LTAX3000", "viewer"]] }],
  }),
]

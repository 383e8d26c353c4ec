import { quarterPeriods } from "@/lib/systems/rules"

type Role = {
  readonly key: string
  readonly th: string
  readonly en: string
  readonly aboutTh: string
  readonly aboutEn: string
  readonly certifies?: true
  readonly records?: true
}

const recorder: Role = {
  key: "recorder",
  th: "ผู้บันทึก",
  en: "Recorder",
  aboutTh: "กรอกและแก้ไขข้อมูลของหน่วยงาน แล้วส่งให้ผู้รับรองตรวจ",
  aboutEn: "Enters and corrects the unit’s data, and sends it to be certified",
  records: true,
}
const certifier: Role = {
  key: "certifier",
  th: "ผู้รับรอง",
  en: "Certifier",
  aboutTh: "ตรวจข้อมูลที่ผู้บันทึกส่งมา แล้วรับรองหรือส่งกลับ แก้ไขข้อมูลเองไม่ได้",
  aboutEn: "Checks what recorders send, and certifies it or sends it back; can’t change data",
  certifies: true,
}
const viewer: Role = {
  key: "viewer",
  th: "ผู้ดู",
  en: "Viewer",
  aboutTh: "ดูข้อมูลและรายงานของหน่วยงาน แก้ไขไม่ได้",
  aboutEn: "Looks at the unit’s data and reports; changes nothing",
}
const service: Role = {
  key: "officer",
  th: "เจ้าหน้าที่",
  en: "Officer",
  aboutTh: "รับและดำเนินการคำขอรับบริการของประชาชนที่ส่งมายังหน่วยงาน",
  aboutEn: "Takes and handles what citizens ask of the unit",
}
const mailer: Role = {
  key: "officer",
  th: "เจ้าหน้าที่",
  en: "Officer",
  aboutTh: "รับและส่งหนังสือราชการผ่านอีเมลกลางของหน่วยงาน",
  aboutEn: "Receives and sends official letters through the unit’s central mailbox",
}
const admin: Role = {
  key: "admin",
  th: "ผู้ดูแล",
  en: "Administrator",
  aboutTh: "ตั้งค่าระบบของหน่วยงาน กำหนดงานบริการและมอบหมายเจ้าหน้าที่",
  aboutEn: "Sets the system up for the unit: its services, and who handles them",
}
const supplies: Role = {
  key: "supplies",
  th: "เจ้าหน้าที่พัสดุ",
  en: "Supplies officer",
  aboutTh: "บันทึกการจัดซื้อจัดจ้าง สัญญา และทะเบียนพัสดุ",
  aboutEn: "Enters procurement, contracts and the register of supplies",
  records: true,
}
const finance: Role = {
  key: "finance",
  th: "เจ้าหน้าที่การเงิน",
  en: "Finance officer",
  aboutTh: "บันทึกรายรับ รายจ่าย ฎีกา และบัญชี",
  aboutEn: "Enters income, spending, payment requests and accounts",
  records: true,
}

/** Fiscal years whose periods are known when this is shipped; the Department adds the next with one button. */
const quarterlyReport = [2569, 2570, 2571].flatMap((year) => quarterPeriods(year))

/** What the Department's list does not say of a system: its kind, its purpose in English, its roles. */
export const systemDetails: Readonly<
  Record<
    string,
    {
      readonly category: "reports" | "finance" | "people" | "education" | "citizens" | "office"
      readonly purposeEn: string
      readonly roles: readonly Role[]
      readonly isNamedOnly?: true
      readonly periods?: ReturnType<typeof quarterPeriods>
    }
  >
> = {
  INFO: {
    category: "reports",
    purposeEn:
      "Basic facts of every local organisation (place, contact, population, budget, results) for reference and statistics",
    roles: [recorder, certifier, viewer],
    periods: quarterlyReport,
  },
  "E-LAAS": {
    category: "finance",
    purposeEn:
      "Budget, income, spending, contracts and accounts, with financial reports and data from procurement",
    roles: [finance, supplies, certifier, viewer],
  },
  "E-PLAN": {
    category: "reports",
    purposeEn: "Development plans, projects and budgets, to follow and assess their results",
    roles: [recorder, certifier, viewer],
  },
  LHR: {
    category: "people",
    purposeEn: "Register of local staff, recorded by each organisation in the Department's periods",
    roles: [recorder, certifier, viewer],
  },
  LEC: {
    category: "education",
    purposeEn: "Schools, child centres, classrooms, pupils and buildings of local organisations",
    roles: [recorder, certifier, viewer],
  },
  ELE: {
    category: "reports",
    purposeEn: "Register of local executives and councillors, their terms and the results of local elections",
    roles: [recorder, certifier, viewer],
  },
  SIS: {
    category: "education",
    purposeEn: "Numbers of pupils, from which subsidies for schooling, lunches and milk are worked out",
    roles: [recorder, certifier],
  },
  CCIS: {
    category: "education",
    purposeEn: "Child development centres of local organisations and the children in them",
    roles: [recorder, viewer],
  },
  "DIGITAL-DLA": {
    category: "citizens",
    purposeEn:
      "Citizens ask for local services online and the organisation handles them; phase one has 309 units",
    isNamedOnly: true,
    roles: [admin, service],
  },
  WELFARE: {
    category: "citizens",
    purposeEn: "Register of those who receive allowances for the aged, the disabled and AIDS patients",
    roles: [recorder, certifier, viewer],
  },
  LPA: {
    category: "reports",
    purposeEn: "Yearly assessment of every organisation in five fields of its work",
    roles: [recorder, certifier, viewer],
  },
  LTAX3000: {
    category: "finance",
    purposeEn: "Tax maps and the register of land, buildings and other property",
    roles: [recorder, viewer],
  },
  MAIL: {
    category: "office",
    purposeEn: "Official letters by e-mail through the organisation's central mailbox",
    roles: [mailer],
  },
}

type Role = { readonly key: string; readonly th: string; readonly en: string; readonly certifies?: true }

const recorder: Role = { key: "recorder", th: "ผู้บันทึก", en: "Recorder" }
const certifier: Role = { key: "certifier", th: "ผู้รับรอง", en: "Certifier", certifies: true }
const viewer: Role = { key: "viewer", th: "ผู้ดู", en: "Viewer" }
const officer: Role = { key: "officer", th: "เจ้าหน้าที่", en: "Officer" }
const admin: Role = { key: "admin", th: "ผู้ดูแล", en: "Administrator" }
const supplies: Role = { key: "supplies", th: "เจ้าหน้าที่พัสดุ", en: "Supplies officer" }
const finance: Role = { key: "finance", th: "เจ้าหน้าที่การเงิน", en: "Finance officer" }

/** What the Department's list does not say of a system: its kind, its purpose in English, its roles. */
export const systemDetails: Readonly<
  Record<
    string,
    {
      readonly category: "reports" | "finance" | "people" | "education" | "citizens" | "office"
      readonly purposeEn: string
      readonly roles: readonly Role[]
    }
  >
> = {
  INFO: {
    category: "reports",
    purposeEn:
      "Basic facts of every local organisation (place, contact, population, budget, results) for reference and statistics",
    roles: [recorder, certifier, viewer],
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
    roles: [admin, officer],
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
    roles: [officer],
  },
}

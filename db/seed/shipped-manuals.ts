/** The manuals that the portal brings along; their files stand in `manuals/<slug>.pdf`. */
export const shippedManuals = [
  {
    slug: "official",
    titleTh: "คู่มือการใช้งาน DLA SSO สำหรับผู้ใช้งาน",
    titleEn: "DLA SSO manual for officials",
    summaryTh: "เข้าสู่ระบบด้วยรหัสผู้ใช้งานและรหัส OTP เปิดระบบงาน ดูแลอุปกรณ์ที่เข้าใช้ และวิธีแก้เมื่อเข้าไม่ได้",
    summaryEn:
      "Signing in with user name and OTP, opening systems, looking after sessions, and what to do when you can't get in (in Thai)",
    sort: 10,
  },
  {
    slug: "sso-admin",
    titleTh: "คู่มือการใช้งาน DLA SSO สำหรับ SSO Admin ของหน่วยงาน",
    titleEn: "DLA SSO manual for a unit's SSO Admin",
    summaryTh: "หน้าที่และขอบเขตอำนาจ การค้นหาหน่วยงาน การช่วยผู้ใช้ที่เข้าไม่ได้ และผู้ที่ติดต่อต่อได้",
    summaryEn:
      "Duties and reach, looking units up, helping people who can't get in, and whom to turn to next (in Thai)",
    sort: 20,
  },
] as const

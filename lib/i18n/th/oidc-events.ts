/** What one reads in the own activity of sign-ins at connected systems. */
export const oidcEvents = {
  "oidc.sign-in": { done: "ได้รับอนุญาตให้เข้าใช้ระบบปลายทาง", refused: "เข้าใช้ระบบปลายทางไม่สำเร็จ" },
  "oidc.code": {
    done: "เข้าใช้ระบบปลายทางผ่านระบบนี้",
    refused: "เข้าใช้ระบบปลายทางผ่านระบบนี้ไม่สำเร็จ",
  },
  "oidc.refresh": {
    done: "ระบบปลายทางต่ออายุการเข้าใช้งาน",
    refused: "ระบบปลายทางต่ออายุการเข้าใช้งานไม่สำเร็จ",
  },
  "oidc.national-id": {
    done: "ระบบปลายทางอ่านเลขประจำตัวประชาชน",
    refused: "ระบบปลายทางอ่านเลขประจำตัวประชาชนไม่สำเร็จ",
  },
  "why.note-refusal": { done: "ถูกปฏิเสธที่ระบบปลายทาง", refused: "บันทึกการถูกปฏิเสธที่ระบบปลายทางไม่สำเร็จ" },
  "oidc.keep-keys": { done: "ระบบดูแลกุญแจลงลายมือชื่อ", refused: "ระบบดูแลกุญแจลงลายมือชื่อไม่สำเร็จ" },
} as const

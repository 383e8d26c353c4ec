export const sessions = {
  list: {
    title: "อุปกรณ์ที่เข้าสู่ระบบอยู่",
    lead: "หากมีรายการที่ไม่ใช่ของคุณ ให้สั่งออกจากระบบทันที แล้วแจ้ง SSO Admin ของหน่วยงาน",
    current: "เครื่องนี้",
    shared: "เครื่องใช้ร่วมกัน",
    signedIn: "เข้าเมื่อ",
    lastSeen: "ใช้ล่าสุด",
    expires: "ออกเองไม่เกิน",
    address: "หมายเลขเครือข่าย",
    end: "ให้ออกจากระบบ",
    endNamed: (device: string) => `ให้ออกจากระบบ: ${device}`,
    endOthers: "ให้เครื่องอื่นออกจากระบบทั้งหมด",
    unknownDevice: "อุปกรณ์ที่ไม่รู้จัก",
  },
} as const

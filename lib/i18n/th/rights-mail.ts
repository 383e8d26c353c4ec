export const rightsMail = {
  at: (dateTime: string) => `เมื่อวันที่ ${dateTime}`,
  unit: (name: string) => `ในนาม${name}`,
  reason: (text: string) => `เหตุผล: ${text}`,
  changed: {
    subject: "สิทธิ์ใช้ระบบของคุณเปลี่ยนแปลง",
    title: "สิทธิ์ใช้ระบบของคุณเปลี่ยนแปลง",
    lead: "ผู้ดูแลสิทธิ์เปลี่ยนสิทธิ์ใช้ระบบของคุณดังนี้",
    ask: "หากไม่ถูกต้อง ติดต่อ SSO Admin ของหน่วยงาน สิทธิ์ที่ถูกระงับคืนได้ภายใน ๑๔ วัน",
    open: "ดูระบบที่คุณใช้ได้",
    acts: {
      grant: (system: string, role: string) => `ได้รับสิทธิ์ ${system} (${role})`,
      until: (system: string, role: string) => `เปลี่ยนวันสิ้นสุดของสิทธิ์ ${system} (${role})`,
      withdraw: (system: string, role: string) => `ถูกระงับสิทธิ์ ${system} (${role})`,
      restore: (system: string, role: string) => `ได้รับสิทธิ์คืน ${system} (${role})`,
    },
    until: (date: string) => ` ถึงวันที่ ${date}`,
  },
  refused: {
    subject: "ผลคำขอสิทธิ์ใช้ระบบ: ไม่อนุมัติ",
    title: "คำขอสิทธิ์ไม่ได้รับอนุมัติ",
    lead: (system: string, role: string) => `คำขอสิทธิ์ ${system} (${role}) ไม่ได้รับอนุมัติ`,
    ask: "สอบถามหรือส่งข้อมูลเพิ่มได้ที่ SSO Admin ของหน่วยงาน แล้วขอใหม่ได้ทุกเมื่อ",
    open: "ดูคำขอสิทธิ์ของคุณ",
  },
} as const

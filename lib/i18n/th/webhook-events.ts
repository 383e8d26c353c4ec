/** What one reads in the own activity of what was done with the programs of connected systems. */
export const webhookEvents = {
  "webhooks.save": {
    done: "บันทึกที่อยู่แจ้งเตือนของระบบปลายทาง",
    refused: "บันทึกที่อยู่แจ้งเตือนของระบบปลายทางไม่สำเร็จ",
  },
  "webhooks.make-secret": { done: "สร้างรหัสลับของการแจ้งเตือน", refused: "สร้างรหัสลับของการแจ้งเตือนไม่สำเร็จ" },
  "webhooks.end-secret": { done: "ยกเลิกรหัสลับของการแจ้งเตือน", refused: "ยกเลิกรหัสลับของการแจ้งเตือนไม่สำเร็จ" },
  "webhooks.switch": { done: "หยุดหรือเริ่มการแจ้งเตือนระบบปลายทาง", refused: "หยุดหรือเริ่มการแจ้งเตือนไม่สำเร็จ" },
  "webhooks.send-again": { done: "ส่งการแจ้งเตือนซ้ำ", refused: "ส่งการแจ้งเตือนซ้ำไม่สำเร็จ" },
  "webhooks.set-scopes": {
    done: "เปลี่ยนสิทธิ์ของโปรแกรมของระบบปลายทาง",
    refused: "เปลี่ยนสิทธิ์ของโปรแกรมของระบบปลายทางไม่สำเร็จ",
  },
} as const

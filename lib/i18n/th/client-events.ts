/** What one reads in the own activity of what was done with clients of systems. */
export const clientEvents = {
  "clients.create": {
    done: "ลงทะเบียนโปรแกรมของระบบปลายทาง",
    refused: "ลงทะเบียนโปรแกรมของระบบปลายทางไม่สำเร็จ",
  },
  "clients.change": { done: "แก้ไขการเชื่อมต่อของระบบปลายทาง", refused: "แก้ไขการเชื่อมต่อของระบบปลายทางไม่สำเร็จ" },
  "clients.close": { done: "ปิดการเชื่อมต่อของระบบปลายทาง", refused: "ปิดการเชื่อมต่อของระบบปลายทางไม่สำเร็จ" },
  "clients.reopen": { done: "เปิดการเชื่อมต่อของระบบปลายทางอีกครั้ง", refused: "เปิดการเชื่อมต่อของระบบปลายทางไม่สำเร็จ" },
  "clients.make-secret": { done: "สร้างรหัสลับของระบบปลายทาง", refused: "สร้างรหัสลับของระบบปลายทางไม่สำเร็จ" },
  "clients.end-secret": { done: "ยกเลิกรหัสลับของระบบปลายทาง", refused: "ยกเลิกรหัสลับของระบบปลายทางไม่สำเร็จ" },
  "clients.tell-again": {
    done: "สั่งแจ้งการออกจากระบบแก่ระบบปลายทางอีกครั้ง",
    refused: "สั่งแจ้งการออกจากระบบอีกครั้งไม่สำเร็จ",
  },
  "clients.make-sandbox": { done: "สร้างการเชื่อมต่อสำหรับทดลอง", refused: "สร้างการเชื่อมต่อสำหรับทดลองไม่สำเร็จ" },
} as const

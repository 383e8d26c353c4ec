/** Why the API for systems, or a system's webhook, does not do what was asked. */
export const machineRefusals = {
  "machine.cursor-too-old": "รายการที่ขอเก่ากว่าที่ระบบเก็บไว้แล้ว",
  "webhooks.stale": "มีผู้อื่นเปลี่ยนการเชื่อมต่อนี้ไปก่อนแล้ว ตรวจข้อมูลล่าสุดแล้วทำใหม่",
  "webhooks.no-client": "เลือกการเชื่อมต่อของระบบนี้ที่เปิดอยู่ และไม่ใช่รายการสำหรับทดลอง",
  "webhooks.sandbox": "รายการสำหรับทดลองมีแต่ผู้ใช้สมมุติ จึงเรียก API ไม่ได้",
  "webhooks.two-secrets": "มีรหัสลับที่ใช้ได้อยู่สองชุดแล้ว ยกเลิกชุดเดิมก่อนแล้วจึงสร้างชุดใหม่",
} as const

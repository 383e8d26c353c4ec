/** What happened with a registration, as the list of one's activity says it. */
export const registrationEvents = {
  "registration.start": {
    done: "เริ่มคำขอลงทะเบียน",
    refused: "เริ่มคำขอลงทะเบียนไม่สำเร็จ",
  },
  "registration.thaid-start": {
    done: "เริ่มยืนยันตัวตนด้วย ThaiID เพื่อลงทะเบียน",
    refused: "เริ่มยืนยันตัวตนด้วย ThaiID เพื่อลงทะเบียนไม่สำเร็จ",
  },
  "registration.thaid": {
    done: "ThaiID ยืนยันตัวตนสำหรับคำขอลงทะเบียน",
    refused: "ThaiID ยืนยันตัวตนสำหรับคำขอลงทะเบียนไม่สำเร็จ",
  },
  "registration.save-person": {
    done: "บันทึกข้อมูลบุคคลในคำขอลงทะเบียน",
    refused: "บันทึกข้อมูลบุคคลในคำขอลงทะเบียนไม่สำเร็จ",
  },
  "registration.save-unit": {
    done: "บันทึกหน่วยงานในคำขอลงทะเบียน",
    refused: "บันทึกหน่วยงานในคำขอลงทะเบียนไม่สำเร็จ",
  },
  "registration.set-email": {
    done: "ตั้งอีเมลของคำขอลงทะเบียน",
    refused: "ตั้งอีเมลของคำขอลงทะเบียนไม่สำเร็จ",
  },
  "registration.confirm-email": {
    done: "ยืนยันอีเมลของคำขอลงทะเบียน",
    refused: "กรอกรหัสยืนยันอีเมลของคำขอลงทะเบียนผิด",
  },
  "registration.view-page": { done: "ผู้ยื่นเปิดดูหน้าเอกสารของตน", refused: "เปิดดูหน้าเอกสารไม่สำเร็จ" },
  "registration.add-document": {
    done: "เพิ่มเอกสารในคำขอลงทะเบียน",
    refused: "เพิ่มเอกสารในคำขอลงทะเบียนไม่สำเร็จ",
  },
  "registration.drop-document": {
    done: "นำเอกสารออกจากคำขอลงทะเบียน",
    refused: "นำเอกสารออกจากคำขอลงทะเบียนไม่สำเร็จ",
  },
  "registration.submit": {
    done: "ส่งคำขอลงทะเบียน",
    refused: "ส่งคำขอลงทะเบียนไม่สำเร็จ",
  },
  "registration.renew-secret": {
    done: "ออกรหัสลับใหม่ของคำขอลงทะเบียน",
    refused: "ออกรหัสลับใหม่ของคำขอลงทะเบียนไม่สำเร็จ",
  },
  "registration.look-up": {
    done: "ดูสถานะคำขอลงทะเบียน",
    refused: "ดูสถานะคำขอลงทะเบียนด้วยรหัสลับผิด",
  },
  "registration.ask-code": {
    done: "ขอรหัสเพื่อแก้ไขหรือถอนคำขอลงทะเบียน",
    refused: "ขอรหัสเพื่อแก้ไขหรือถอนคำขอลงทะเบียนไม่สำเร็จ",
  },
  "registration.go-on": {
    done: "เปิดคำขอลงทะเบียนในเครื่องอื่น",
    refused: "เปิดคำขอลงทะเบียนในเครื่องอื่นไม่สำเร็จ",
  },
  "registration.withdraw": {
    done: "ถอนคำขอลงทะเบียน",
    refused: "ถอนคำขอลงทะเบียนไม่สำเร็จ",
  },
  "registration.expire": {
    done: "คำขอลงทะเบียนที่ไม่ได้แก้ไขสิ้นสุดตามเวลา",
    refused: "คำขอลงทะเบียนยังไม่สิ้นสุด",
  },
} as const

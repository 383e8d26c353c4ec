export const identity = {
  profile: {
    title: "ข้อมูลของฉัน",
    name: "ชื่อ",
    unit: "หน่วยงานและตำแหน่ง",
    admin: "เป็น SSO Admin ของหน่วยงาน",
    username: "รหัสผู้ใช้งาน",
    email: "อีเมลรับรหัส OTP",
    unverified: "ยังไม่ได้ยืนยัน",
    setEmail: "ตั้งและยืนยันอีเมล",
    changeEmail: "เปลี่ยนอีเมล",
    noEmail: "ยังไม่มี",
    method: "วิธีเข้าสู่ระบบ",
    passwordAndCode: "รหัสผู้ใช้งาน รหัสผ่าน และรหัส OTP ทางอีเมล",
    passwordSet: "ตั้งรหัสผ่านเมื่อ",
    dutiesAccepted: "รับทราบหน้าที่ของผู้ใช้งานเมื่อ",
    change: "ข้อมูลไม่ถูกต้อง แจ้ง SSO Admin ของหน่วยงานให้แก้ไข",
  },
} as const

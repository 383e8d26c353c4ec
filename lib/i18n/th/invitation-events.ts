/** What the activity page says of invitations. */
export const invitationEvents = {
  "invitations.send-code": { done: "เปิดลิงก์เชิญและขอรหัสเปิดใช้บัญชี", refused: "ขอรหัสเปิดใช้บัญชีไม่สำเร็จ" },
  "invitations.code": { done: "กรอกรหัสเปิดใช้บัญชีถูกต้อง", refused: "มีการกรอกรหัสเปิดใช้บัญชีผิด" },
  "invitations.thaid-start": { done: "เริ่มเปิดใช้บัญชีด้วย ThaiID", refused: "เริ่มเปิดใช้บัญชีด้วย ThaiID ไม่สำเร็จ" },
  "invitations.accept-thaid": {
    done: "เปิดใช้บัญชีด้วย ThaiID",
    refused: "มีการเปิดใช้บัญชีด้วย ThaiID แต่ไม่ใช่เจ้าของบัญชีหรือยืนยันไม่สำเร็จ",
  },
  "invitations.accept-password": {
    done: "เปิดใช้บัญชีและตั้งรหัสผ่าน",
    refused: "มีการเปิดใช้บัญชีด้วยรหัสผ่าน แต่กรอกเลขประจำตัวประชาชนไม่ตรง",
  },
} as const

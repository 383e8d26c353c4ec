/** What one reads in the own activity of codes one issued; the rest is done by who has no account. */
export const activationEvents = {
  "activation-codes.issue": { done: "ออกรหัสเปิดใช้งานของหน่วยงาน", refused: "ออกรหัสเปิดใช้งานของหน่วยงานไม่สำเร็จ" },
  "activation.show-letters": {
    done: "เปิดดูหนังสือแจ้งรหัสเปิดใช้งานเพื่อพิมพ์",
    refused: "เปิดดูหนังสือแจ้งรหัสเปิดใช้งานไม่สำเร็จ",
  },
  "activation.close-run": {
    done: "ยืนยันว่าพิมพ์หนังสือแจ้งรหัสแล้ว ระบบลบรหัสออก",
    refused: "ยืนยันการพิมพ์หนังสือแจ้งรหัสไม่สำเร็จ",
  },
  "activation.open": { done: "เข้าใช้งานครั้งแรกของหน่วยงานด้วยรหัส", refused: "เข้าใช้งานด้วยรหัสของหน่วยงานไม่สำเร็จ" },
  "activation.open-request": {
    done: "เปิดดูคำขอด้วยหมายเลขและรหัสลับ",
    refused: "เปิดดูคำขอด้วยหมายเลขและรหัสลับไม่สำเร็จ",
  },
  "activation.leave": { done: "ออกจากการเข้าใช้งานครั้งแรก", refused: "ออกจากการเข้าใช้งานครั้งแรกไม่สำเร็จ" },
  "activation.save-paper": { done: "บันทึกคำสั่งแรกของหน่วยงาน", refused: "บันทึกคำสั่งแรกของหน่วยงานไม่สำเร็จ" },
  "activation.save-person": {
    done: "บันทึก SSO Admin คนแรกของหน่วยงาน",
    refused: "บันทึก SSO Admin คนแรกของหน่วยงานไม่สำเร็จ",
  },
  "activation.remove-person": {
    done: "ลบรายชื่อออกจากคำสั่งแรกของหน่วยงาน",
    refused: "ลบรายชื่อออกจากคำสั่งแรกของหน่วยงานไม่สำเร็จ",
  },
  "activation.add-document": {
    done: "แนบไฟล์สแกนของคำสั่งแรก",
    refused: "แนบไฟล์สแกนของคำสั่งแรกไม่สำเร็จ",
  },
  "activation.drop-document": { done: "ลบไฟล์สแกนของคำสั่งแรก", refused: "ลบไฟล์สแกนของคำสั่งแรกไม่สำเร็จ" },
  "activation.print-out": { done: "พิมพ์คำสั่งแรกเพื่อลงนาม", refused: "พิมพ์คำสั่งแรกเพื่อลงนามไม่สำเร็จ" },
  "activation.submit": { done: "ส่งคำสั่งแรกของหน่วยงาน", refused: "ส่งคำสั่งแรกของหน่วยงานไม่สำเร็จ" },
} as const

/** What one reads in the own activity of what one did with orders. */
export const orderEvents = {
  "orders.draft": { done: "เริ่มทำคำสั่งแต่งตั้ง SSO Admin", refused: "เริ่มทำคำสั่งแต่งตั้ง SSO Admin ไม่สำเร็จ" },
  "orders.save": { done: "บันทึกข้อมูลคำสั่ง", refused: "บันทึกข้อมูลคำสั่งไม่สำเร็จ" },
  "orders.save-person": { done: "บันทึกผู้ได้รับแต่งตั้งในคำสั่ง", refused: "บันทึกผู้ได้รับแต่งตั้งในคำสั่งไม่สำเร็จ" },
  "orders.remove-person": { done: "ลบผู้ได้รับแต่งตั้งออกจากคำสั่ง", refused: "ลบผู้ได้รับแต่งตั้งออกจากคำสั่งไม่สำเร็จ" },
  "orders.print-out": { done: "พิมพ์คำสั่งเพื่อลงนาม", refused: "พิมพ์คำสั่งเพื่อลงนามไม่สำเร็จ" },
  "orders.submit": { done: "ส่งคำสั่งให้เจ้าหน้าที่พิจารณา", refused: "ส่งคำสั่งให้เจ้าหน้าที่พิจารณาไม่สำเร็จ" },
  "orders.withdraw": { done: "ถอนคำสั่งที่ส่งไว้", refused: "ถอนคำสั่งไม่สำเร็จ" },
  "orders.add-document": { done: "แนบไฟล์สแกนของคำสั่ง", refused: "แนบไฟล์สแกนของคำสั่งไม่สำเร็จ" },
  "orders.drop-document": { done: "ลบไฟล์สแกนของคำสั่ง", refused: "ลบไฟล์สแกนของคำสั่งไม่สำเร็จ" },
  "orders.read-scan": {
    done: "มีผู้มีอำนาจดูผลการอ่านคำสั่งที่ส่งไว้",
    refused: "มีผู้ขอดูผลการอ่านคำสั่งโดยไม่มีสิทธิ์ ระบบไม่ให้ดู",
  },
} as const

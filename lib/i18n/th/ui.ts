export const ui = {
  productName: "DLA SSO",
  tagline: "ระบบยืนยันตัวตนขององค์กรปกครองส่วนท้องถิ่น",
  demoBanner: "ระบบสาธิต ข้อมูลสมมุติ",
  skipToContent: "ข้ามไปยังเนื้อหา",
} as const

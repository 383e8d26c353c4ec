/** What one reads in the own activity of sign-ins at connected systems. */
export const oidcEvents = {
  "oidc.sign-in": { done: "เข้าใช้ระบบปลายทาง", refused: "เข้าใช้ระบบปลายทางไม่สำเร็จ" },
  "oidc.keep-keys": { done: "ระบบดูแลกุญแจลงลายมือชื่อ", refused: "ระบบดูแลกุญแจลงลายมือชื่อไม่สำเร็จ" },
} as const

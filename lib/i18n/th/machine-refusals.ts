/** Why the API for systems, or a system's webhook, does not do what was asked. */
export const machineRefusals = {
  "machine.cursor-too-old": "รายการที่ขอเก่ากว่าที่ระบบเก็บไว้แล้ว",
} as const

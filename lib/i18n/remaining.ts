/**
 * Time left as a clock shows it, “04:11” (minutes may pass 59). Arabic digits in both languages: the letters write
 * “ส่ง OTP อีกครั้ง ใน 04:11”, and a running clock is read at a glance.
 */
export function formatRemaining(seconds: number): string {
  const left = Math.max(0, Math.ceil(seconds))
  const two = (value: number) => String(value).padStart(2, "0")
  return `${two(Math.floor(left / 60))}:${two(left % 60)}`
}

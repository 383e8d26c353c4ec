import { PublicFrame } from "@/components/frame/public-frame"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { OtpForm } from "@/components/signin/otp-form"
import { WaitPanel } from "@/components/signin/wait-panel"
import { DutiesPanel } from "@/components/signin/duties-panel"
import { FrontDoor } from "@/components/signin/front-door"
import { Launcher } from "@/components/systems/launcher"
import { LauncherSearch } from "@/components/systems/launcher-search"
import { NoSystems } from "@/components/systems/no-systems"
import { SessionList } from "@/components/sessions/session-list"
import { DataTable } from "@/components/ui/data-table"
import { Notice } from "@/components/ui/notice"
import { Pagination } from "@/components/ui/pagination"
import { StepList } from "@/components/ui/step-list"
import { DescriptionList } from "@/components/ui/description-list"
import { SelectField } from "@/components/ui/select-field"
import { currentLocale, words } from "@/lib/i18n/words"
const now = new Date("2026-11-21T01:30:00Z")
const at = (s: number) => new Date(now.getTime() + s * 1000)
export default async function P({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const v = (await searchParams).v
  const w = await words(); const locale = await currentLocale()
  const person = { name: "ปราณี ทดลองงาน", unit: "เทศบาลตำบลตลาดแร้ง" }
  if (v === "boom") throw new Error("boom")
  if (v === "door") return <PublicFrame><FrontDoor w={w} refusal={w.refusals["signin.wrong"]} /></PublicFrame>
  if (v === "otp") return <PublicFrame><OtpForm w={w} locale={locale} now={now} maskedAddress="paXXXXXXXX@gmail.com" codeExpiresAt={at(551)} resendFrom={at(251)} /></PublicFrame>
  if (v === "otp2") return <PublicFrame><OtpForm w={w} locale={locale} now={now} maskedAddress="paXXXXXXXX@talatraeng-subdistrict-municipality.chaiyaphum.example" codeExpiresAt={at(-1)} resendFrom={at(-50)} attemptsLeft={3} refusal={{ text: w.refusals["otp.expired"], field: "code" }} mailIsLate /></PublicFrame>
  if (v === "otp3") return <PublicFrame><OtpForm w={w} locale={locale} now={now} maskedAddress="paXXXXXXXX@gmail.com" codeExpiresAt={at(200)} resendFrom={at(3)} attemptsLeft={3} refusal={{ text: w.refusals["otp.wrong"].replace("{left}", "3"), field: "code" }} /></PublicFrame>
  if (v === "wait") return <PublicFrame><WaitPanel w={w} locale={locale} now={now} until={at(120)} /></PublicFrame>
  if (v === "duties") return <PublicFrame><DutiesPanel w={w} locale={locale} version={1} datedOn={now} action="/x" /></PublicFrame>
  if (v === "portal") return <SignedInFrame person={person} place="portal">
    <div className="flex flex-wrap items-end justify-between gap-4"><div><h1>{w.systems.launcher.title}</h1><p className="text-ink-2">{w.systems.launcher.inNameOf} เทศบาลตำบลตลาดแร้ง</p></div><LauncherSearch w={w} query="" /></div>
    <Launcher w={w} locale={locale} units={[{ id: "1", name: "เทศบาลตำบลตลาดแร้ง", groups: [
      { key: "r", name: w.systems.categories.reports, systems: [
        { code: "INFO", name: "ระบบข้อมูลกลางองค์กรปกครองส่วนท้องถิ่น (INFO)", purpose: "รวบรวมข้อมูลพื้นฐานของ อปท. ทุกแห่ง เช่น ที่ตั้ง ข้อมูลติดต่อ ประชากร งบประมาณ", roles: [{ key: "a", name: "ผู้บันทึก" }], state: "not-connected" },
        { code: "EPLAN", name: "ระบบวางแผนและประเมินผล (e-Plan)", purpose: "แผนพัฒนาท้องถิ่น โครงการ และงบประมาณ", roles: [{ key: "a", name: "ผู้บันทึก" }, { key: "b", name: "ผู้ดู" }], state: "open", href: "/x", lastOpened: "๑๒ ส.ค. ๒๕๖๘" }] },
      { key: "f", name: w.systems.categories.finance, systems: [
        { code: "LAAS", name: "ระบบบัญชีคอมพิวเตอร์ของ อปท. (e-LAAS)", purpose: "งบประมาณ รายรับ รายจ่าย ฎีกา และรายงานการเงิน", roles: [{ key: "a", name: "เจ้าหน้าที่พัสดุ", until: "๓๐ ก.ย. ๒๕๖๘" }], state: "closed" }] }] }]} />
  </SignedInFrame>
  if (v === "empty") return <SignedInFrame person={person} place="portal"><h1 className="mb-4">{w.systems.launcher.title}</h1><NoSystems w={w} units={[{ id: "1", name: "เทศบาลตำบลตลาดแร้ง", admins: [{ id: "1", name: "นางสาวปราณี ทดลองงาน", post: "เจ้าพนักงานธุรการ", telephone: "0 4489 1234" }] }, { id: "2", name: "อบต.บ้านเขว้า", admins: [] }]} /></SignedInFrame>
  if (v === "account") return <SignedInFrame person={person} place="account"><h1 className="mb-4">{w.ui.frame.account}</h1>
    <SessionList w={w} locale={locale} actions={{ end: "/a", endOthers: "/b" }} sessions={[
      { id: "1", isCurrent: true, isShared: false, userAgent: "Mozilla (Windows NT 10.0) Chrome/140.0", address: "203.0.113.7", signedInAt: now, lastSeenAt: now, expiresAt: at(43200) },
      { id: "2", isCurrent: false, isShared: true, userAgent: "Mozilla (Linux; Android 14) Chrome/140.0", address: "2001:db8::1", signedInAt: now, lastSeenAt: now, expiresAt: at(43200) }]} /></SignedInFrame>
  return <PublicFrame wide><div className="space-y-6"><h1>parts</h1>
    <StepList label="x" position={w.ui.steps.at("๒", "๕")} steps={["ลงทะเบียน", "รอ Admin อนุมัติ", "รับทราบผล", "เข้าสู่ระบบ", "เลือกระบบ"]} current={1} />
    <Notice tone="needs-you" title="ปิดปรับปรุง">๒๗ กันยายน</Notice><Notice tone="refused">no</Notice><Notice tone="done">saved</Notice><Notice tone="information">info</Notice>
    <SelectField name="k" label="จังหวัด" options={[{ value: "1", label: "ชัยภูมิ" }]} empty="ทุกจังหวัด" error="เลือกจังหวัด" hint="hint" />
    <DataTable caption="c" rowKey={(r) => r.n} rows={[{ n: "เทศบาลตำบลตลาดแร้ง", c: "05360204", d: 3 }, { n: "อบต.บ้านเขว้า", c: "06360207", d: 12 }]} columns={[{ key: "n", label: "หน่วยงาน", cell: (r) => <a href="/x">{r.n}</a>, rowName: true }, { key: "c", label: "รหัส", cell: (r) => r.c }, { key: "d", label: "จำนวน", cell: (r) => r.d, end: true }]} />
    <DescriptionList facts={[{ name: "ชื่อ", value: "ปราณี" }, { name: "อีเมล", value: "pa@x.example" }]} />
    <Pagination label="p" position={w.ui.pages.at("๒", "๑๒")} previous={{ href: "/a", label: w.ui.pages.previous }} next={{ href: "/b", label: w.ui.pages.next }} />
  </div></PublicFrame>
}

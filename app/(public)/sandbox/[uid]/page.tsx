import type { Metadata } from "next"
import { headers } from "next/headers"
import { PublicFrame } from "@/components/frame/public-frame"
import { rightName } from "@/components/rights/right-name"
import { Button } from "@/components/ui/button"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { pathSegment } from "@/lib/http/path-segment"
import { requestContext } from "@/lib/http/request-context"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { builderHere, sandboxAt } from "@/lib/oidc/sandbox/at-sandbox"
import { Choice } from "./choice"

type At = {
  readonly params: Promise<{ readonly uid: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ searchParams }: At): Promise<Metadata> {
  const [{ missing }, w] = [await searchParams, await words()]
  return { title: `${missing === undefined ? "" : w.ui.errorTitlePrefix}${w.sandbox.title}` }
}

/** As which invented user a builder comes in at the system that he tries out. */
export default async function SandboxPage({ params, searchParams }: At) {
  const uid = pathSegment((await params).uid, 64)
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const s = w.sandbox
  const at = await sandboxAt(uid, await builderHere(await requestContext(), await headers()))
  if (!at)
    return (
      <PublicFrame>
        <div className="mx-auto max-w-reading space-y-4">
          <h1>{s.over}</h1>
          <p>{s.overBody}</p>
        </div>
      </PublicFrame>
    )
  const isMissing = (await searchParams).missing !== undefined
  const roles = at.roles.map(({ key, ...names }) => ({ value: key, label: rightName(locale, names) }))
  const units = at.units.map(({ code, name, name_en }) => ({
    value: code,
    label: rightName(locale, { nameTh: name, nameEn: name_en }),
  }))
  return (
    <PublicFrame>
      <div className="mx-auto max-w-reading space-y-6">
        {isMissing ? (
          <ErrorSummary title={w.ui.errorSummaryTitle} faults={[{ text: s.missing, field: "role" }]} />
        ) : null}
        <Notice tone="needs-you">
          <p className="font-semibold">{s.mark}</p>
        </Notice>
        <div>
          <h1>{s.heading(at.name)}</h1>
          <p className="mt-1 text-ink-2">{s.system(rightName(locale, systemNames(at)))}</p>
        </div>
        <p>{roles.length === 0 ? s.noRoles : s.lead}</p>
        <form method="post" action="/api/sandbox" className="space-y-6">
          <input type="hidden" name="uid" value={uid} />
          {roles.length === 0 ? null : (
            <>
              <Choice name="role" legend={s.role} options={roles} />
              <Choice name="unit" legend={s.unit} options={units} />
            </>
          )}
          <div className="flex flex-wrap gap-3">
            {roles.length === 0 ? null : <Button kind="main">{s.enter}</Button>}
            <Button name="leave" value="1">
              {s.leave}
            </Button>
          </div>
        </form>
        <p className="text-sm text-ink-2">{s.stranger}</p>
      </div>
    </PublicFrame>
  )
}

const systemNames = (at: { systemNameTh: string; systemNameEn: string }) => ({
  nameTh: at.systemNameTh,
  nameEn: at.systemNameEn,
})

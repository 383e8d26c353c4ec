import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { manualPath } from "@/lib/manuals/rules"
import type { ManualView } from "@/lib/manuals/view"

type ShortAddressProps = { manual: ManualView; w: Dictionary; locale: Locale }

/** The stable address as text and as QR code, to copy into a letter or to print. */
export function ShortAddress({ manual, w, locale }: ShortAddressProps) {
  const m = w.manuals
  const path = manualPath(manual.slug)
  return (
    <section aria-labelledby="address" className="mt-10">
      <h2 id="address" className="group-name">
        {m.address}
      </h2>
      <div className="mt-4 gap-6 sm:grid sm:grid-cols-[168px_minmax(0,1fr)]">
        <img
          src={`${path}/qr.svg`}
          alt={m.qrOf(manual.title[locale])}
          width={168}
          height={168}
          className="rounded-md border border-line"
        />
        <div className="mt-3 sm:mt-0">
          <p className="font-semibold break-all">{manual.address}</p>
          <p className="mt-1 text-sm text-ink-2">{m.addressHint}</p>
          <ul className="mt-2">
            <li>
              <a href={`${path}/print`} className="inline-block py-1">
                {m.printQr}
              </a>
            </li>
            <li>
              <a href={`${path}/qr.svg`} download={`${manual.slug}-qr.svg`} className="inline-block py-1">
                {m.qrSvg}
              </a>
            </li>
            <li>
              <a href={`${path}/qr.png`} download={`${manual.slug}-qr.png`} className="inline-block py-1">
                {m.qrPng}
              </a>
            </li>
          </ul>
        </div>
      </div>
    </section>
  )
}

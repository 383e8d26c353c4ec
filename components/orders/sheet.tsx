import { digits } from "@/lib/i18n/digits"
import type { Dictionary } from "@/lib/i18n/words"
import { shownDay } from "./shown-day"
import type { ShownPrint, ShownSheet } from "./shown-order"

type SheetProps = { w: Dictionary; order: ShownPrint; sheet: ShownSheet }

/** One sheet: the heading on the first, the signature on the last, on each its number and its QR code. */
export function Sheet({ w, order, sheet }: SheetProps) {
  const p = w.orders.paper
  const th = (text: string | number) => digits(text, "th")
  const { lines, page, of, qr } = sheet
  return (
    <article
      aria-label={p.sheet(String(page))}
      lang="th"
      className="mb-8 border border-line-2 bg-sheet p-4 sm:p-8 print:mb-0 print:break-after-page print:border-0 print:p-0 print:text-[14pt] print:leading-normal print:last:break-after-auto"
    >
      <header className="mb-4 grid grid-cols-[1fr_auto_1fr] items-start gap-4">
        {/* as official letters have it: in the middle, and none on the first page */}
        <p className="col-start-2">{page > 1 ? `– ${th(page)} –` : ""}</p>
        <figure className="justify-self-end text-center">
          <img
            src={`data:image/svg+xml,${encodeURIComponent(qr)}`}
            alt={p.qr(String(page))}
            width={104}
            height={104}
            className="bg-white"
          />
          <figcaption className="text-xs">{th(order.number)}</figcaption>
        </figure>
      </header>
      {page === 1 ? <Heading order={order} /> : null}
      {lines.length > 0 ? (
        <ol className="my-2 space-y-0.5">
          {lines.map((person) => (
            <li key={person.at} className="pl-14 -indent-6">
              {`${th(person.at)}. ${person.name} ตำแหน่ง ${person.post}`}
            </li>
          ))}
        </ol>
      ) : null}
      {page === of ? <Ending order={order} /> : null}
    </article>
  )
}

function Heading({ order }: { order: ShownPrint }) {
  const { text } = order
  const th = (value: string | number) => digits(value, "th")
  return (
    <>
      <h2 className="text-center text-xl">{text.heading}</h2>
      <p className="text-center">{`ที่ ${th(numberOf(order))}`}</p>
      <p className="text-center font-semibold">{`เรื่อง ${text.subject}`}</p>
      <p className="text-center font-semibold">{text.ofUnit}</p>
      <hr className="mx-auto my-3 w-40 border-line-2" />
      {text.paragraphs.map((paragraph) => (
        <p key={paragraph} className="mb-1 indent-14">
          {th(paragraph)}
        </p>
      ))}
      {text.people ? <p className="indent-14">{text.people}</p> : null}
    </>
  )
}

/** What is not known yet is a dotted line, to be written by hand. */
function numberOf({ orderNumber, yearBe, orderDate, validFrom }: ShownPrint): string {
  const year = yearBe ?? Number((orderDate ?? validFrom ?? "").slice(0, 4)) + 543
  // a letter's number bears an office's code, and no year behind it
  if (orderNumber !== "" && /[/\p{L}]/u.test(orderNumber)) return orderNumber
  return `${orderNumber || ".".repeat(16)}/${year}`
}

function Ending({ order }: { order: ShownPrint }) {
  const { text, signer, orderDate, validFrom, validUntil } = order
  const day = (value: string) => shownDay(value, "th")
  const until = validUntil ? ` ถึงวันที่ ${day(validUntil)}` : " เป็นต้นไป"
  const date = orderDate ? `${day(orderDate)}` : ".".repeat(40)
  return (
    <div className="keep-together mt-2">
      <p className="indent-14">{`${text.after} ตั้งแต่วันที่ ${validFrom ? day(validFrom) : ""}${until}`}</p>
      <p className="mt-4 pl-28">{`สั่ง ณ วันที่ ${date}`}</p>
      <div className="mt-16 ml-auto w-80 max-w-full text-center">
        <p>{`(${signer.name})`}</p>
        <p>{signer.post}</p>
      </div>
    </div>
  )
}

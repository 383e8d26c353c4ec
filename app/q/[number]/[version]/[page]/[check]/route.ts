import { currentSession } from "@/lib/http/current-session"
import { nothingHere } from "@/lib/http/nothing-here"
import { orderPath } from "@/lib/http/order-path"
import { runRead } from "@/lib/http/run-read"
import { seeOther } from "@/lib/http/see-other"
import { getOrderPlace } from "@/lib/orders/get-order-place"

type Where = { params: Promise<{ number: string }> }

/** Where the QR code on a printed order leads: to the order, for who may see it. */
export async function GET(request: Request, { params }: Where): Promise<Response> {
  if (!(await currentSession()))
    return seeOther(`/login?${new URLSearchParams({ returnTo: new URL(request.url).pathname })}`)
  const { number } = await params
  const place = await runRead(getOrderPlace, { number })
  return place.ok ? seeOther(orderPath({ unitCode: place.value.unitCode, number })) : nothingHere()
}

import { serveManual } from "../serve-manual"

type Where = { params: Promise<{ slug: string }> }

/** The newest version of a manual. */
export async function GET(request: Request, { params }: Where): Promise<Response> {
  return serveManual(request, (await params).slug, null)
}

export { GET as HEAD }

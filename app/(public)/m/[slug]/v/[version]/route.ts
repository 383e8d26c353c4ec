import { serveManual } from "../../serve-manual"

type Where = { params: Promise<{ slug: string; version: string }> }

/** One version of a manual, for good. */
export async function GET(request: Request, { params }: Where): Promise<Response> {
  const { slug, version } = await params
  return serveManual(request, slug, version)
}

export { GET as HEAD }

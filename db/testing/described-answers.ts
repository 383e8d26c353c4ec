import { Ajv2020 } from "ajv/dist/2020"
import formats from "ajv-formats"

type Described = { readonly paths: Record<string, { get: { responses: Record<string, unknown> } }> }

/**
 * Judges answers by the published text of the API alone, by a validator that shares no code with what made the text. Throws
 * where an answer is not as described.
 */
export function describedAnswers(published: string) {
  const api = JSON.parse(published) as Described
  const ajv = new Ajv2020({ strict: true, allErrors: true })
  formats.default(ajv)
  // what OpenAPI says beside its schemas; anything else that no schema knows is a fault
  ajv.addVocabulary(["openapi", "info", "servers", "security", "paths", "components"])
  ajv.addSchema(api, "api", false, false)
  const part = (text: string) => encodeURIComponent(text.replaceAll("~", "~0").replaceAll("/", "~1"))
  return (
    path: string,
    answer: { readonly status: number; readonly type: string; readonly body: unknown },
  ) => {
    const { status, type, body } = answer
    const responses = api.paths[path]?.get.responses ?? {}
    if (!(String(status) in responses)) throw new Error(`${path} may not answer ${status}`)
    if (status === 304) return
    const media = type.split(";")[0] ?? ""
    const at = ["paths", path, "get", "responses", String(status), "content", media, "schema"]
      .map(part)
      .join("/")
    const judge = ajv.getSchema(`api#/${at}`)
    if (!judge) throw new Error(`${path} may not answer ${status} with ${media}`)
    if (!judge(body)) throw new Error(`${path} ${status}: ${ajv.errorsText(judge.errors)}`)
  }
}

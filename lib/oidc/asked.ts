import "server-only"

/** What a system asked for, as the pages between show and judge it. */
export type Asked = {
  readonly uid: string
  readonly clientId: string
  readonly reasons: readonly string[]
  readonly acrValues: readonly string[]
  readonly maxAge: number | undefined
  /** `prompt=login`: who is signed in proves himself anew. */
  readonly wantsFresh: boolean
  /** When the system sent the browser, in seconds. */
  readonly askedAt: number
  readonly scopes: readonly string[]
}

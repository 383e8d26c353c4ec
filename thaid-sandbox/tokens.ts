import { randomBytes } from "node:crypto"
import type { SignInRequest } from "./pending"
import type { Person } from "./persons"
import { Shelf } from "./shelf"

/** An authorization code's contents. */
export type CodeGrant = {
  readonly request: SignInRequest
  readonly person: Person
  readonly authTime: number
}

export type AccessToken = {
  readonly clientId: string
  readonly scopes: readonly string[]
  readonly person: Person
  readonly grant: CodeGrant
}

/** Access tokens and ID tokens live fifteen minutes. */
export const tokenSeconds = 15 * 60
const refreshSeconds = 60 * 60

/** A code, access or refresh token: 256 random bits. */
export const newToken = () => randomBytes(32).toString("base64url")

/** Codes and tokens that are out. */
export class Tokens {
  readonly codes: Shelf<CodeGrant>
  readonly access: Shelf<AccessToken>
  readonly refresh: Shelf<AccessToken>

  constructor(
    readonly codeSeconds: number,
    now: () => number,
  ) {
    this.codes = new Shelf(5000, now)
    this.access = new Shelf(10_000, now)
    this.refresh = new Shelf(10_000, now)
  }

  issueCode(grant: CodeGrant): string {
    const code = newToken()
    this.codes.put(code, grant, this.codeSeconds * 1000)
    return code
  }

  issueAccess(token: AccessToken): string {
    const value = newToken()
    this.access.put(value, token, tokenSeconds * 1000)
    return value
  }

  issueRefresh(token: AccessToken): string {
    const value = newToken()
    this.refresh.put(value, token, refreshSeconds * 1000)
    return value
  }
}

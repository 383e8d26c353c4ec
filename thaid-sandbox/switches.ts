import { z } from "zod"

const shape = {
  /** Bad scope or response_type: JSON in place, or back to the client. */
  errorsByRedirect: z.boolean(),
  unknownClient: z.enum(["unauthorized_client", "invalid_client"]),
  decline: z.enum(["user_denied", "access_denied"]),
  repeatedCode: z.enum(["invalid_request", "duplicate_request"]),
  expiryField: z.enum(["expires_in", "expire_in"]),
  refreshToken: z.boolean(),
  nonceEcho: z.boolean(),
  address: z.enum(["string", "object"]),
  pkce: z.enum(["ignored", "strict"]),
  /** Flat fields beside an ID token, as one integrator reports. */
  flatFields: z.boolean(),
  /** Names that arrive padded with blanks, as in the document's own example. */
  paddedNames: z.boolean(),
  /** Header that must carry the client's API key; none when empty. */
  apiKeyHeader: z.string().regex(/^[a-z0-9-]{0,60}$/),
}

/** How the service behaves where its documents disagree or are silent. */
export type Switches = z.infer<z.ZodObject<typeof shape>>

/** A change of some switches; what is not named stays. */
export const switchChange = z.strictObject(shape).partial()

export type SwitchChange = z.infer<typeof switchChange>

/** What a form or a page may offer for each switch; free text where there is no list. */
export const switchChoices: Readonly<Record<keyof Switches, readonly string[] | null>> = {
  errorsByRedirect: ["false", "true"],
  unknownClient: shape.unknownClient.options,
  decline: shape.decline.options,
  repeatedCode: shape.repeatedCode.options,
  expiryField: shape.expiryField.options,
  refreshToken: ["true", "false"],
  nonceEcho: ["true", "false"],
  address: shape.address.options,
  pkce: shape.pkce.options,
  flatFields: ["false", "true"],
  paddedNames: ["false", "true"],
  apiKeyHeader: null,
}

export const usualSwitches: Switches = {
  errorsByRedirect: false,
  unknownClient: "unauthorized_client",
  decline: "user_denied",
  repeatedCode: "invalid_request",
  expiryField: "expires_in",
  refreshToken: true,
  nonceEcho: true,
  address: "string",
  pkce: "ignored",
  flatFields: false,
  paddedNames: false,
  apiKeyHeader: "",
}

/** The switches as they stand: for all clients, and what is different for one. */
export class SwitchBoard {
  #all: Switches
  readonly #own = new Map<string, SwitchChange>()

  constructor(readonly initial: SwitchChange) {
    this.#all = merged(usualSwitches, initial)
  }

  of(clientId: string | undefined): Switches {
    const own = clientId === undefined ? undefined : this.#own.get(clientId)
    return own ? merged(this.#all, own) : this.#all
  }

  /** Changes switches for all clients or for one that is known. */
  change(change: SwitchChange, clientId?: string): void {
    if (clientId === undefined) this.#all = merged(this.#all, change)
    else this.#own.set(clientId, { ...this.#own.get(clientId), ...change })
  }

  reset(): void {
    this.#all = merged(usualSwitches, this.initial)
    this.#own.clear()
  }
}

function merged(base: Switches, change: SwitchChange): Switches {
  const given = Object.entries(change).filter(([, value]) => value !== undefined)
  return { ...base, ...(Object.fromEntries(given) as Partial<Switches>) }
}

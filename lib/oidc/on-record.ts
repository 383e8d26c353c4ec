import "server-only"

/** Something that the audit notes without a command: the provider gives it out by itself, by what a person was let in for. */
const recorded = ({ name }: { readonly name: string }) => ({ name })

/** A system gets a code, by which it learns who signed in. */
export const codeIssued = recorded({ name: "oidc.code" })

/** A system changes its refresh token for another, and goes on without the person. */
export const tokenRefreshed = recorded({ name: "oidc.refresh" })

/** A system reads a national ID. */
export const nationalIdTold = recorded({ name: "oidc.national-id" })

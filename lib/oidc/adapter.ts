import "server-only"
import { isDeepStrictEqual } from "node:util"
import { type Adapter, type AdapterPayload, errors } from "oidc-provider"
import {
  consumePayload,
  deletePayload,
  deletePayloadsOfGrant,
  findPayload,
  findPayloadByUid,
  type PayloadRow,
  savePayload,
} from "@/db/queries/oidc"
import { type Saving, saveToken } from "@/db/queries/oidc-saving"
import { findGrant, findToken } from "@/db/queries/oidc-tokens"
import type { Database } from "@/db/types"
import { idHashOf } from "./id-hash"
import { codeIssued, tokenRefreshed } from "./on-record"
import { asking } from "./portal-session"

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Models whose rows rest on a grant. */
const tokens = ["AuthorizationCode", "AccessToken", "RefreshToken"]

/** What is used up by the writing of what is given for it, so that nothing can happen between the two. */
const givenFor: Readonly<Record<string, string>> = {
  AccessToken: "AuthorizationCode",
  RefreshToken: "RefreshToken",
}

/** Seconds by which the end of a session of the provider may lag behind. */
const mayLag = 60

/**
 * Keeps what oidc-provider makes in PostgreSQL, one object a model. What the browser or the system holds is taken out
 * of the payload and put back when it is presented. Device codes are not offered, so nothing is found by user code.
 */
export function postgresAdapter(db: Database, clock: () => Date): (model: string) => Adapter {
  return (model) => ({
    async upsert(id, payload, expiresIn) {
      if (expiresIn === undefined) throw new Error(`a ${model} without an end`)
      const now = clock()
      const expiresAt = new Date(now.getTime() + expiresIn * 1000)
      const row = { model, idHash: idHashOf(id), expiresAt, ...keptOf(model, payload) }
      if (model === "Session" && isAsFound(row)) return
      const saving = savingOf(row)
      if (!(saving.inPlaceOf || saving.onRecord)) await savePayload(db, row)
      else if (!(await saveToken(db, saving, now)))
        throw new errors.InvalidGrant("what it is given for is used up or over")
    },
    async find(id) {
      const idHash = idHashOf(id)
      if (model === "Grant") return await findGrantOnce(db, id, clock())
      if (tokens.includes(model)) return await findTokenWithGrant(db, { model, id }, clock())
      if (model === "Session") return await findSession(db, { id, idHash }, clock())
      const row = await findPayload(db, model, idHash, clock())
      return row && presented(row, id)
    },
    async findByUid(uid) {
      const row = await findPayloadByUid(db, uid, clock())
      // the value of this session stays unknown: it can be read, not presented
      return row && presented(row, "")
    },
    async findByUserCode() {
      return undefined
    },
    async consume(id) {
      const which = { model, idHash: idHashOf(id) }
      const here = asking()
      if (here && Object.values(givenFor).includes(model)) here.usingUp = which
      else if (!(await consumePayload(db, model, which.idHash, clock())))
        throw new errors.InvalidGrant("it was used at this very moment")
    },
    async destroy(id) {
      asking()?.grants.delete(id)
      await deletePayload(db, model, idHashOf(id))
    },
    async revokeByGrantId(grantId) {
      asking()?.grants.delete(grantId)
      await deletePayloadsOfGrant(db, grantId)
    },
  })
}

/** What is written with a row: every code and every refreshed token is on record. */
function savingOf(row: PayloadRow): Saving {
  const here = asking()
  const { model } = row
  const inPlaceOf = here?.usingUp?.model === givenFor[model] ? here?.usingUp : undefined
  if (inPlaceOf && here) here.usingUp = undefined
  const action =
    model === "AuthorizationCode"
      ? codeIssued.name
      : model === "RefreshToken" && inPlaceOf
        ? tokenRefreshed.name
        : undefined
  const onRecord = action ? { action, requestId: here?.requestId ?? "unknown" } : undefined
  return { row, inPlaceOf, onRecord }
}

/** The library writes its session anew at each request, mostly only to move its end a little. */
function isAsFound({ idHash, payload }: PayloadRow): boolean {
  const found = asking()?.found
  if (!found?.idHash.equals(idHash)) return false
  const { iat: _a, exp: until, ...then } = found.payload
  const { iat: _b, exp: wanted, ...now } = payload
  return isDeepStrictEqual(then, now) && Number(wanted) - Number(until) < mayLag
}

async function findSession(
  db: Database,
  { id, idHash }: { readonly id: string; readonly idHash: Buffer },
  now: Date,
): Promise<AdapterPayload | undefined> {
  const here = asking()
  const payload = here?.atDoor?.sessionHash.equals(idHash)
    ? here.atDoor.payload
    : (await findPayload(db, "Session", idHash, now))?.payload
  if (payload && here) here.found = { idHash, payload }
  return payload && presented({ payload, consumedAt: null }, id)
}

async function findGrantOnce(db: Database, id: string, now: Date): Promise<AdapterPayload | undefined> {
  const known = asking()?.grants.get(id)
  if (known) return { ...known.payload, jti: id } as AdapterPayload
  const row = await findGrant(db, { id, idHash: idHashOf(id) }, now)
  if (!row) return undefined
  asking()?.grants.set(id, { payload: row.payload, bearer: row.bearer })
  return presented(row, id)
}

/** A code or token; what it rests on is asked for soon after, so that it is read with it. */
async function findTokenWithGrant(
  db: Database,
  { model, id }: { readonly model: string; readonly id: string },
  now: Date,
): Promise<AdapterPayload | undefined> {
  const here = asking()
  const idHash = idHashOf(id)
  const known = here?.code?.idHash.equals(idHash) && model === "AuthorizationCode" ? here.code : undefined
  const row = known?.row ?? (await findToken(db, { model, idHash, withClaims: model === "AccessToken" }, now))
  if (!row) return undefined
  if (row.grant) here?.grants.set(row.grant.id, { payload: row.grant.payload, bearer: row.bearer })
  if (row.client && !here?.clients.has(row.client.id))
    here?.clients.set(row.client.id, { row: row.client, secretHashes: [] })
  return presented(row, id)
}

function keptOf(model: string, { jti: _jti, ...rest }: AdapterPayload) {
  const { grantId, uid, accountId } = rest
  return {
    payload: model === "Interaction" ? withoutCookie(rest) : rest,
    grantId: grantId ?? null,
    uid: model === "Session" ? (uid ?? null) : null,
    accountId: accountId && uuid.test(accountId) ? accountId : null,
  }
}

type Row = { readonly payload: Readonly<Record<string, unknown>>; readonly consumedAt: Date | null }

function presented({ payload, consumedAt }: Row, jti: string): AdapterPayload {
  const consumed = consumedAt ? { consumed: Math.floor(consumedAt.getTime() / 1000) } : undefined
  return { ...payload, ...consumed, jti } as AdapterPayload
}

/** An interaction copies the value of the provider's own session, which is a cookie of a living browser. */
function withoutCookie({ session, ...rest }: Record<string, unknown>): Record<string, unknown> {
  if (!session || typeof session !== "object") return rest
  const { cookie: _cookie, ...known } = session as Record<string, unknown>
  return { ...rest, session: known }
}

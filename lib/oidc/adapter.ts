import "server-only"
import { createHash } from "node:crypto"
import { type Adapter, type AdapterPayload, errors } from "oidc-provider"
import {
  consumePayload,
  deletePayload,
  deletePayloadsOfGrant,
  findPayload,
  findPayloadByUid,
  savePayload,
} from "@/db/queries/oidc"
import type { Database } from "@/db/types"

/** Under what a value of the provider is kept: never the value itself. */
export function idHashOf(value: string): Buffer {
  return createHash("sha256").update(value, "utf8").digest()
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Keeps what oidc-provider makes in PostgreSQL, one object a model. What the browser or the system holds is taken out
 * of the payload and put back when it is presented. Device codes are not offered, so nothing is found by user code.
 */
export function postgresAdapter(db: Database, clock: () => Date): (model: string) => Adapter {
  return (model) => ({
    async upsert(id, payload, expiresIn) {
      if (expiresIn === undefined) throw new Error(`a ${model} without an end`)
      const expiresAt = new Date(clock().getTime() + expiresIn * 1000)
      await savePayload(db, { model, idHash: idHashOf(id), expiresAt, ...keptOf(model, payload) })
    },
    async find(id) {
      const row = await findPayload(db, model, idHashOf(id), clock())
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
      if (!(await consumePayload(db, model, idHashOf(id), clock())))
        throw new errors.InvalidGrant("it was used at this very moment")
    },
    async destroy(id) {
      await deletePayload(db, model, idHashOf(id))
    },
    async revokeByGrantId(grantId) {
      await deletePayloadsOfGrant(db, grantId)
    },
  })
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

type Row = { readonly payload: Record<string, unknown>; readonly consumedAt: Date | null }

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

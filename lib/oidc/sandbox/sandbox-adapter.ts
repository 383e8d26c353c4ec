import "server-only"
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
import { idHashOf } from "../id-hash"

/** What every name in this part of the rows begins with; the other provider's names never do. */
const part = "sandbox:"

/**
 * Keeps what the provider for trying out makes in rows of their own: what is found here was made here, so that no token,
 * session or grant of a real person is ever known to it, nor one of its own to the other provider. No row names an
 * account or rests on a grant of the portal's.
 */
export function sandboxAdapter(db: Database, clock: () => Date): (model: string) => Adapter {
  return (name) => {
    const model = `${part}${name}`
    return {
      async upsert(id, { jti: _jti, ...payload }, expiresIn) {
        if (expiresIn === undefined) throw new Error(`a ${model} without an end`)
        const { grantId, uid } = payload
        await savePayload(db, {
          model,
          idHash: idHashOf(id),
          payload: payload as Record<string, unknown>,
          grantId: grantId ? `${part}${grantId}` : null,
          uid: name === "Session" && uid ? `${part}${uid}` : null,
          expiresAt: new Date(clock().getTime() + expiresIn * 1000),
        })
      },
      async find(id) {
        const row = await findPayload(db, model, idHashOf(id), clock())
        if (!row) return undefined
        const consumed = row.consumedAt
          ? { consumed: Math.floor(row.consumedAt.getTime() / 1000) }
          : undefined
        return { ...row.payload, ...consumed, jti: id } as AdapterPayload
      },
      async findByUid(uid) {
        const row = await findPayloadByUid(db, `${part}${uid}`, clock())
        // the value of this session stays unknown: it can be read, not presented
        return row && ({ ...row.payload, jti: "" } as AdapterPayload)
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
        await deletePayloadsOfGrant(db, `${part}${grantId}`)
      },
    }
  }
}

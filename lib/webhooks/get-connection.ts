import "server-only"
import {
  findWebhook,
  findWebhookSystem,
  listCalls,
  listProgramClients,
  listWebhookSecrets,
} from "@/db/queries/webhooks"
import { may, mayForAll } from "@/lib/access/may"
import { found, notShown, read } from "@/lib/kernel/read"
import { webhookLimits } from "./rules"
import { webhookInput } from "./webhook-schema"

/** How a system's programs are connected: what they may ask, where they are called, and what came of the calls. */
export const getConnection = read({
  name: "webhooks.connection",
  input: webhookInput,
  allow: mayForAll("systems.see"),
  async run({ db, actor, input: { code, state, page } }) {
    const system = await findWebhookSystem(db, code)
    if (!system) return notShown()
    const limit = webhookLimits.page
    const [clients, webhook, secrets, report] = await Promise.all([
      listProgramClients(db, code),
      findWebhook(db, code),
      listWebhookSecrets(db, code),
      listCalls(db, { systemCode: code, state, limit, offset: (page - 1) * limit }),
    ])
    return found({
      system,
      clients,
      webhook,
      secrets: secrets.map(({ secretSealed: _secret, ...shown }) => shown),
      ...report,
      state,
      page,
      canManage: may(actor, "systems.manage", { path: "1/" }),
    })
  },
})
/** What the page of a system's programs shows. */
export type ConnectionShown = Extract<Awaited<ReturnType<typeof getConnection.run>>, { ok: true }>["value"]

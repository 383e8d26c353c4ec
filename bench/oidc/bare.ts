import { createHash, generateKeyPairSync, randomBytes } from "node:crypto"
import { createServer } from "node:http"
import Provider, { type Adapter, type AdapterPayload, errors } from "oidc-provider"
import postgres from "postgres"
import { required } from "@/lib/env"
import { callback } from "./flow"

// The other side of `npm run bench -- oidc`: oidc-provider in a process with nothing else, its rows in the same PostgreSQL in
// a table of the same shape, under hashes, each kind of statement prepared, what is used up used up once. No session of
// a portal is looked at, nobody's rights, and nothing is on record; the claims stand in the code.

const [, , port = "0", clientSecret = ""] = process.argv
const sql = postgres(required("DATABASE_OWNER_URL"), { max: 10, onnotice: () => {} })
await sql.unsafe(`drop table if exists bench_oidc_payloads;
  create table bench_oidc_payloads (like oidc_payloads including all)`)

const hash = (value: string) => createHash("sha256").update(value).digest()
type Kept = { readonly payload: AdapterPayload; readonly consumed_at: Date | null }

function adapter(model: string): Adapter {
  const read = ([row]: readonly Kept[], id: string) =>
    row && {
      ...row.payload,
      ...(row.consumed_at ? { consumed: Math.floor(row.consumed_at.getTime() / 1000) } : {}),
      jti: id,
    }
  return {
    async upsert(id, { jti: _, ...payload }, expiresIn = 0) {
      const until = new Date(Date.now() + expiresIn * 1000)
      const uid = model === "Session" ? (payload.uid ?? null) : null
      await sql`
        insert into bench_oidc_payloads (model, id_hash, payload, grant_id, uid, account_id, expires_at)
        values (${model}, ${hash(id)}, ${sql.json(payload as never)}, ${payload.grantId ?? null}, ${uid},
          ${payload.accountId ?? null}, ${until})
        on conflict (model, id_hash) do update set payload = excluded.payload, expires_at = excluded.expires_at`
    },
    async find(id) {
      const rows = await sql<Kept[]>`select payload, consumed_at from bench_oidc_payloads
        where model = ${model} and id_hash = ${hash(id)} and expires_at > now()`
      return read(rows, id)
    },
    async findByUid(uid) {
      const rows = await sql<Kept[]>`select payload, consumed_at from bench_oidc_payloads
        where uid = ${uid} and expires_at > now()`
      return read(rows, "")
    },
    async findByUserCode() {
      return undefined
    },
    async consume(id) {
      const used = await sql`update bench_oidc_payloads set consumed_at = now()
        where model = ${model} and id_hash = ${hash(id)} and consumed_at is null returning 1`
      if (used.length === 0) throw new errors.InvalidGrant("used already")
    },
    async destroy(id) {
      await sql`delete from bench_oidc_payloads where model = ${model} and id_hash = ${hash(id)}`
    },
    async revokeByGrantId(grantId) {
      await sql`delete from bench_oidc_payloads where grant_id = ${grantId}`
    },
  }
}

const origin = `http://127.0.0.1:${port}`
const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 })
const provider = new Provider(`${origin}/oidc`, {
  adapter,
  jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), alg: "RS256", use: "sig" }] },
  cookies: { keys: [randomBytes(32).toString("base64url")], long: { path: "/oidc" }, short: { path: "/" } },
  clients: [
    {
      client_id: "bench",
      client_secret: clientSecret,
      redirect_uris: [callback],
      response_types: ["code"],
      grant_types: ["authorization_code"],
      require_auth_time: true,
    },
  ],
  pkce: { required: () => true },
  claims: {
    openid: ["sub", "acr", "amr", "auth_time"],
    profile: ["name", "given_name", "family_name", "locale"],
    unit: ["unit", "post"],
    roles: ["roles"],
  },
  features: { devInteractions: { enabled: false } },
  ttl: {
    Session: 43_200,
    Grant: 43_200,
    Interaction: 1800,
    AuthorizationCode: 60,
    AccessToken: 600,
    IdToken: 600,
  },
  interactions: { url: (_ctx, { uid }) => `/enter/${uid}` },
  findAccount: (_ctx, accountId) => ({
    accountId,
    claims: async () => ({
      sub: accountId,
      name: "นายสมชาย ใจดี",
      given_name: "สมชาย",
      family_name: "ใจดี",
      locale: "th",
      post: "เจ้าพนักงาน",
      unit: { code: "06360207", kind: "sao", name: "องค์การบริหารส่วนตำบล", above: [] },
      roles: ["recorder"],
    }),
  }),
})
const answer = provider.callback()

createServer((req, res) => {
  if (!req.url?.startsWith("/enter/")) {
    req.url = req.url?.replace(/^\/oidc/, "") || "/"
    Object.assign(req, { baseUrl: "/oidc" })
    void answer(req, res)
    return
  }
  void enter().catch(() => res.writeHead(500).end())

  async function enter() {
    const { params } = await provider.interactionDetails(req, res)
    const accountId = "00000000-0000-4000-8000-000000000001"
    const grant = new provider.Grant({ accountId, clientId: String(params.client_id) })
    grant.addOIDCScope(String(params.scope))
    const login = { accountId, acr: "urn:dla:email", amr: ["pwd", "email-otp"], remember: true }
    const result = { login, consent: { grantId: await grant.save() } }
    const to = await provider.interactionResult(req, res, result, { mergeWithLastSubmission: false })
    res.writeHead(303, { location: to }).end()
  }
}).listen(Number(port), "127.0.0.1", () => process.send?.("ready"))
process.on("disconnect", () => process.exit(0))

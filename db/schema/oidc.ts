import { sql } from "drizzle-orm"
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import { memberships } from "./access"
import { bytes, instant } from "./columns"
import { accounts } from "./identity"
import { sessionEndings, sessions } from "./sessions"
import { systems } from "./systems"

/**
 * What the OpenID Provider keeps: codes, tokens, grants, its own sessions and interactions. The key is a hash of the
 * value that the browser or the system holds, and the payload lacks that value, so that whoever reads this table can
 * present nothing.
 */
export const oidcPayloads = pgTable(
  "oidc_payloads",
  {
    model: text("model").notNull(),
    /** SHA-256 of the value, which is random and of 256 bits at least. */
    idHash: bytes("id_hash").notNull(),
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull(),
    grantId: text("grant_id"),
    /** The provider's own name of one of its sessions, which tokens refer to. */
    uid: text("uid"),
    accountId: uuid("account_id"),
    consumedAt: instant("consumed_at"),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.model, t.idHash] }),
    index("oidc_payloads_grant_id").on(t.grantId),
    uniqueIndex("oidc_payloads_uid").on(t.uid),
    index("oidc_payloads_account_id").on(t.accountId),
    index("oidc_payloads_expires_at").on(t.expiresAt),
  ],
)

/**
 * A grant of the provider: this account, at this system, in the name of this membership, out of this session of the
 * portal. The session's row is the truth; when it ends, so does everything of the grant.
 */
export const oidcGrants = pgTable(
  "oidc_grants",
  {
    grantId: text("grant_id").primaryKey(),
    clientId: text("client_id")
      .notNull()
      .references(() => oidcClients.id),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    membershipId: uuid("membership_id")
      .notNull()
      .references(() => memberships.id),
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    index("oidc_grants_account_id").on(t.accountId),
    index("oidc_grants_session_id").on(t.sessionId),
    index("oidc_grants_membership_id").on(t.membershipId),
  ],
)

/** How a system proves itself at the token endpoint (OpenID Connect Core 1.0 §9). */
export const clientAuthMethods = ["client_secret_basic", "client_secret_post", "private_key_jwt"] as const

/** Algorithms in which the provider signs. */
export const signingAlgs = ["RS256", "ES256"] as const

/** A program of a connected system that signs its users in here. */
export const oidcClients = pgTable(
  "oidc_clients",
  {
    id: text("id").primaryKey(),
    systemCode: text("system_code")
      .notNull()
      .references(() => systems.code),
    name: text("name").notNull(),
    /** For trying out: invented users alone. */
    isSandbox: boolean("is_sandbox").notNull().default(false),
    authMethod: text("auth_method", { enum: clientAuthMethods }).notNull(),
    redirectUris: text("redirect_uris").array().notNull(),
    postLogoutRedirectUris: text("post_logout_redirect_uris").array().notNull().default([]),
    backchannelLogoutUri: text("backchannel_logout_uri"),
    /** Public keys of `private_key_jwt`, as a JWK set. */
    jwks: jsonb("jwks").$type<{ keys: Record<string, unknown>[] }>(),
    idTokenAlg: text("id_token_alg", { enum: signingAlgs }).notNull().default("RS256"),
    scopes: text("scopes").array().notNull(),
    /** What it may ask of the portal in its own name (client credentials); none for most. */
    machineScopes: text("machine_scopes").array().notNull().default([]),
    /** Where a sign-in at the system begins, which its tile opens (OpenID Connect Core 1.0 §4). */
    startUri: text("start_uri"),
    /** Systems of one outside agency that may know a person by the same name; null for the Department's own, which all may. */
    sector: text("sector"),
    /** Why the system is told the national ID; there with the scope `nid`. */
    nidReason: text("nid_reason"),
    /** When somebody first came in through it: from then on its sector stays, or people would get other names. */
    usedAt: instant("used_at"),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull(),
    closedAt: instant("closed_at"),
  },
  (t) => [index("oidc_clients_system_code").on(t.systemCode)],
)

/** Secrets of a client, two of them valid while one replaces the other. Shown once; only a hash is kept. */
export const oidcClientSecrets = pgTable(
  "oidc_client_secrets",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    clientId: text("client_id")
      .notNull()
      .references(() => oidcClients.id),
    /** SHA-256: the secret is random and of 256 bits, so it needs no slow hash. */
    secretHash: bytes("secret_hash").notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: uuid("created_by").references(() => accounts.id),
    endsAt: instant("ends_at"),
    /** To the hour. */
    lastUsedAt: instant("last_used_at"),
  },
  (t) => [index("oidc_client_secrets_client_id").on(t.clientId)],
)

/** What a key of the provider is for, beside signing: the cookies of its own sessions, and the names of persons at outside agencies. */
export const secretUses = ["cookies", "subjects"] as const

/** Keys of the provider. */
export const oidcKeys = pgTable(
  "oidc_keys",
  {
    kid: text("kid").primaryKey(),
    use: text("use", { enum: [...signingAlgs, ...secretUses] }).notNull(),
    /** `next` is published but signs nothing yet; `retired` still proves what it signed. */
    state: text("state", { enum: ["next", "active", "retired"] }).notNull(),
    /** The private JWK or the secret, sealed under the key ring. */
    keySealed: bytes("key_sealed").notNull(),
    createdAt: instant("created_at").notNull(),
    activatedAt: instant("activated_at"),
    retiredAt: instant("retired_at"),
  },
  (t) => [
    uniqueIndex("oidc_keys_one_active").on(t.use).where(sql`${t.state} = 'active'`),
    uniqueIndex("oidc_keys_one_next").on(t.use).where(sql`${t.state} = 'next'`),
    check("oidc_keys_times", sql`(${t.state} = 'next') = (${t.activatedAt} is null)`),
  ],
)

/** Why somebody is no longer signed in at a system: how his session ended, or what else of his way in is gone. */
export const signOutReasons = [
  ...sessionEndings,
  "account",
  "membership",
  "right",
  "client",
  "system",
  "unit",
  "period",
] as const

/**
 * What systems have to be told: that somebody is no longer signed in (OpenID Connect Back-Channel Logout 1.0). One row a
 * grant, so that each sign-in ends once; the row says how far the telling has come.
 */
export const oidcSignOuts = pgTable(
  "oidc_sign_outs",
  {
    grantId: text("grant_id").primaryKey(),
    clientId: text("client_id")
      .notNull()
      .references(() => oidcClients.id),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    reason: text("reason", { enum: signOutReasons }).notNull(),
    /** `untold`: the system has named no address for it, so that its session there ends by its own time. */
    state: text("state", { enum: ["waiting", "confirmed", "gave-up", "untold"] }).notNull(),
    endedAt: instant("ended_at").notNull(),
    attempts: integer("attempts").notNull().default(0),
    nextAttemptAt: instant("next_attempt_at").notNull(),
    leasedUntil: instant("leased_until"),
    /** The HTTP status of the last answer, or why there was none; never text from outside. */
    lastAnswer: text("last_answer"),
    confirmedAt: instant("confirmed_at"),
    giveUpAt: instant("give_up_at").notNull(),
  },
  (t) => [
    index("oidc_sign_outs_waiting").on(t.nextAttemptAt).where(sql`${t.state} = 'waiting'`),
    index("oidc_sign_outs_client_id").on(t.clientId, t.endedAt),
    index("oidc_sign_outs_account_id").on(t.accountId),
    index("oidc_sign_outs_ended_at").on(t.endedAt),
  ],
)

import { join } from "node:path"
import { freePort } from "./port.mjs"

/** What the portal may ask the stand-in for; one scope more fails the whole request, as with the real service. */
const scopes = [
  "openid",
  "pid",
  "title",
  "given_name",
  "middle_name",
  "family_name",
  "given_name_en",
  "family_name_en",
  "ial",
  "date_of_expiry",
]

/**
 * How a demonstration and its ThaiID stand-in know each other: settings for the portal, and an environment for the
 * stand-in that holds nothing else of the portal's. Null when the demonstration is told of another service.
 *
 * @param {NodeJS.ProcessEnv} env of the portal
 * @param {{ home: string, secret: string }} kept
 */
export async function thaidSandbox(env, { home, secret }) {
  if (env.THAID_ORIGIN) return null
  // Chosen once, so that a stand-in started again answers where the portal asks.
  const port = env.THAID_SANDBOX_PORT || String(await freePort())
  const portal = new URL(env.ORIGIN ?? "")
  // Where phones of the same network may come, they need an address that they can reach.
  const host = env.DEMO_LISTEN ? portal.hostname : "127.0.0.1"
  const origin = env.THAID_SANDBOX_ORIGIN || `http://${host}:${port}`
  const client = {
    clientId: env.THAID_CLIENT_ID || Buffer.from("dla-sso-demo").toString("base64"),
    clientSecret: env.THAID_CLIENT_SECRET || secret,
    name: "DLA SSO",
    redirectUris: [`${portal.origin}/api/login/thaid/callback`],
    scopes,
  }
  return {
    portal: {
      THAID_ORIGIN: origin,
      THAID_CLIENT_ID: client.clientId,
      THAID_CLIENT_SECRET: client.clientSecret,
      // The stand-in brings the nonce back, so that an ID token without it is a fault.
      THAID_NONCE_REQUIRED: env.THAID_NONCE_REQUIRED || "1",
      // Tells that the service is ours to simulate.
      THAID_SANDBOX_ORIGIN: origin,
    },
    sandbox: {
      ...passedOn(env),
      THAID_SANDBOX_PORT: port,
      THAID_SANDBOX_ORIGIN: origin,
      THAID_SANDBOX_CLIENTS: JSON.stringify([client]),
      THAID_SANDBOX_PERSONS_FILE: join(home, "thaid-persons.json"),
    },
  }
}

/**
 * The mode is passed on as it is: a stand-in that is started in production by mistake refuses by itself.
 *
 * @param {NodeJS.ProcessEnv} env
 */
function passedOn(env) {
  const wanted =
    /^(?:PATH|HOME|TMPDIR|TEMP|TMP|SystemRoot|NODE_ENV|APP_MODE|DEMO_LISTEN|TSX_TSCONFIG_PATH|THAID_SANDBOX_\w+)$/
  return Object.fromEntries(Object.entries(env).filter(([name]) => wanted.test(name)))
}

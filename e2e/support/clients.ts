import type { APIRequestContext } from "@playwright/test"
import { renewStepUps } from "../../db/testing/renew-step-ups"
import { leadsTo, post } from "./sign-in"

/** Who looks after connected systems. */
export const keeper = "dla.systems"

/** A client's form that is right. */
export const typedClient = {
  clientId: "",
  version: "",
  isSandbox: "",
  name: "โปรแกรมทดสอบ",
  redirectUris: "https://rp.example/app/callback",
  postLogoutRedirectUris: "https://rp.example/",
  backchannelLogoutUri: "https://rp.example/app/callback?logout=backchannel",
  startUri: "https://rp.example/start",
  authMethod: "client_secret_basic",
  jwks: "",
  idTokenAlg: "RS256",
  scope_profile: "1",
  scope_roles: "1",
  nidReason: "",
  sector: "",
}

/** Registers a client of a system for who looks after them, and tells its page. */
export async function aClient(
  request: APIRequestContext,
  ownerUrl: string,
  systemCode: string,
  more: Partial<typeof typedClient> = {},
): Promise<string> {
  await renewStepUps(ownerUrl, keeper)
  const made = await post(request, "/api/admin/systems/client", { ...typedClient, ...more, systemCode })
  return (leadsTo(made) ?? "").replace(/\?.*$/, "")
}

import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import * as openid from "openid-client"
import { type PlantedClient, type Planting, plantClient } from "../../db/testing/plant-client"

/** A connected system of a test, with a stock client of OpenID Connect, on a port of its own. */
export class RelyingParty {
  /** Addresses at which browsers came back, the newest last. */
  readonly arrivals: URL[] = []
  #server = createServer((req, res) => {
    if (req.url?.startsWith("/cb")) this.arrivals.push(new URL(req.url, this.origin))
    res.setHeader("content-type", "text/html; charset=utf-8")
    res.end("<!doctype html><html lang=en><title>RP</title><h1>Arrived at the system</h1></html>")
  })
  origin = ""
  client!: PlantedClient
  config!: openid.Configuration

  /** Opens its port, is planted as a client of the portal, and discovers the provider. */
  async open(portal: string, ownerUrl: string, like: Omit<Planting, "redirectUri">): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(0, "127.0.0.1", done))
    this.origin = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
    this.client = await plantClient(ownerUrl, { ...like, redirectUri: `${this.origin}/cb` })
    this.config = await openid.discovery(
      new URL(`${portal}/oidc${like.isSandbox ? "/sandbox" : ""}`),
      this.client.id,
      undefined,
      openid.ClientSecretBasic(this.client.secret),
      { execute: [openid.allowInsecureRequests] },
    )
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((done) => this.#server.close(done))
  }

  /** The address by which a browser begins to sign in, and what the answer is checked against. */
  async begin(more: Record<string, string> = {}) {
    const verifier = openid.randomPKCECodeVerifier()
    const [state, nonce] = [openid.randomState(), openid.randomNonce()]
    const address = openid.buildAuthorizationUrl(this.config, {
      redirect_uri: `${this.origin}/cb`,
      scope: "openid profile unit roles",
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
      state,
      nonce,
      ...more,
    })
    return {
      address: address.href,
      checks: { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce },
    }
  }

  /** Redeems the code of the newest arrival. */
  async redeem(checks: openid.AuthorizationCodeGrantChecks) {
    const back = this.arrivals.at(-1)
    if (!back) throw new Error("nobody has come back")
    return await openid.authorizationCodeGrant(this.config, back, checks)
  }
}

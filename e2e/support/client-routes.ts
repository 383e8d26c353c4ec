import type { RouteLine } from "./route-line"

const id = "00000000-0000-4000-8000-000000000000"
const none = { systemCode: "NONE", clientId: "none", version: "1" }
const clients = "/admin/systems/INFO/client"

/** Lines of the route table for the clients of systems. Their forms are of a system that is not there. */
export const clientRoutes: Readonly<Record<string, RouteLine>> = {
  "/admin/systems/[code]/client": {
    at: clients,
    typed: (value) => [`/admin/systems/${value}/client`],
    query: ["refused"],
    isSignedIn: true,
  },
  "/admin/systems/[code]/client/new": {
    at: `${clients}/new`,
    typed: (value) => [`/admin/systems/${value}/client/new`],
    query: ["refused"],
    isSignedIn: true,
  },
  "/admin/systems/[code]/client/[client]": {
    at: `${clients}/none`,
    typed: (value) => [`${clients}/${value}`, `/admin/systems/${value}/client/none`],
    query: ["refused", "done"],
    isSignedIn: true,
  },
  "/admin/systems/[code]/client/[client]/settings": {
    at: `${clients}/none/settings`,
    typed: (value) => [`${clients}/${value}/settings`, `/admin/systems/${value}/client/none/settings`],
    isSignedIn: true,
  },
  "/admin/systems/[code]/sign-outs": {
    at: "/admin/systems/INFO/sign-outs",
    typed: (value) => [`/admin/systems/${value}/sign-outs`],
    query: ["refused", "done", "state", "page"],
    isSignedIn: true,
  },
  "/api/admin/systems/sign-outs": {
    at: "/api/admin/systems/sign-outs",
    form: { systemCode: "NONE" },
    isSignedIn: true,
  },
  "/api/admin/systems/client": {
    at: "/api/admin/systems/client",
    form: {
      ...none,
      name: "x",
      redirectUris: "https://rp.example/cb",
      postLogoutRedirectUris: "",
      backchannelLogoutUri: "",
      startUri: "",
      authMethod: "client_secret_basic",
      jwks: "",
      idTokenAlg: "RS256",
      nidReason: "",
      sector: "",
    },
    isSignedIn: true,
  },
  "/api/admin/systems/client/close": {
    at: "/api/admin/systems/client/close",
    form: { ...none, act: "close" },
    isSignedIn: true,
  },
  "/api/admin/systems/client/sandbox": {
    at: "/api/admin/systems/client/sandbox",
    form: { systemCode: "NONE" },
    isSignedIn: true,
  },
  "/api/admin/systems/client/secret": {
    at: "/api/admin/systems/client/secret",
    form: { ...none, older: "now" },
    isSignedIn: true,
  },
  "/api/admin/systems/client/secret/end": {
    at: "/api/admin/systems/client/secret/end",
    form: { ...none, secretId: id },
    isSignedIn: true,
  },
}

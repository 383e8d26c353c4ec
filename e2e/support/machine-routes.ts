import type { RouteLine } from "./route-line"

const none = { systemCode: "NONE" }
const forms = "/api/admin/systems/machine"

/**
 * Lines of the route table for the API of connected systems, which without a token answers 401, whatever is asked; and for
 * its console, whose forms are of a system that is not there.
 */
export const machineRoutes: Readonly<Record<string, RouteLine>> = {
  "/api/v1/units": {
    at: "/api/v1/units",
    query: ["province", "district", "kind", "changedSince", "after", "limit"],
  },
  "/api/v1/units/[code]": { at: "/api/v1/units/06360207", typed: (value) => [`/api/v1/units/${value}`] },
  "/api/v1/admins": { at: "/api/v1/admins?unit=06360207", query: ["unit"] },
  "/api/v1/grants": { at: "/api/v1/grants", query: ["after", "limit"] },
  "/api/v1/changes": { at: "/api/v1/changes", query: ["after", "limit"] },
  "/api/v1/openapi.json": { at: "/api/v1/openapi.json" },
  "/admin/systems/[code]/machine": {
    at: "/admin/systems/INFO/machine",
    typed: (value) => [`/admin/systems/${value}/machine`],
    query: ["refused", "done", "state", "page"],
    isSignedIn: true,
  },
  "/api/admin/systems/machine/address": {
    at: `${forms}/address`,
    form: { ...none, version: "0", clientId: "none", url: "https://rp.example/hook" },
    isSignedIn: true,
  },
  "/api/admin/systems/machine/secret": { at: `${forms}/secret`, form: none, isSignedIn: true },
  "/api/admin/systems/machine/secret/end": {
    at: `${forms}/secret/end`,
    form: { ...none, secretId: "00000000-0000-4000-8000-000000000000" },
    isSignedIn: true,
  },
  "/api/admin/systems/machine/switch": {
    at: `${forms}/switch`,
    form: { ...none, version: "1", to: "paused" },
    isSignedIn: true,
  },
  "/api/admin/systems/machine/again": {
    at: `${forms}/again`,
    form: { ...none, position: "1" },
    isSignedIn: true,
  },
  "/api/admin/systems/machine/scopes": {
    at: `${forms}/scopes`,
    form: { ...none, clientId: "none", version: "1" },
    isSignedIn: true,
  },
}

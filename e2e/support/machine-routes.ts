import type { RouteLine } from "./route-line"

/** Lines of the route table for the API of connected systems. Without a token it answers 401, whatever is asked. */
export const machineRoutes: Readonly<Record<string, RouteLine>> = {
  "/api/v1/units": {
    at: "/api/v1/units",
    query: ["province", "district", "kind", "changedSince", "after", "limit"],
  },
  "/api/v1/units/[code]": { at: "/api/v1/units/06360207", typed: (value) => [`/api/v1/units/${value}`] },
  "/api/v1/admins": { at: "/api/v1/admins?unit=06360207", query: ["unit"] },
  "/api/v1/changes": { at: "/api/v1/changes", query: ["after", "limit"] },
  "/api/v1/openapi.json": { at: "/api/v1/openapi.json" },
}

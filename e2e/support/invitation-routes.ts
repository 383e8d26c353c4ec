import type { RouteLine } from "./route-line"

/** Lines of the route table for invitations into an account. */
export const invitationRoutes: Readonly<Record<string, RouteLine>> = {
  "/invitation/[token]": {
    at: "/invitation/none",
    typed: (value) => [`/invitation/${value}`],
    query: ["refused"],
  },
  "/invitation/code": { at: "/invitation/code", query: ["refused"] },
  "/invitation/choose": { at: "/invitation/choose", query: ["refused"] },
  "/api/invitation": { at: "/api/invitation", form: { link: "none" } },
  "/api/invitation/code": { at: "/api/invitation/code", form: { code: "12345" } },
  "/api/invitation/thaid": { at: "/api/invitation/thaid", form: {} },
  "/api/invitation/password": {
    at: "/api/invitation/password",
    form: { nationalId: "1234567890121", username: "", newPassword: "x", again: "x" },
  },
}

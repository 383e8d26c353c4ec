import type { RouteLine } from "./route-line"

/** Lines of the route table for proving again who one is. */
export const stepUpRoutes: Readonly<Record<string, RouteLine>> = {
  "/api/step-up/passkey": {
    at: "/api/step-up/passkey",
    form: { response: "{}", returnTo: "/portal" },
    isSignedIn: true,
  },
  "/api/step-up/passkey/options": { at: "/api/step-up/passkey/options", form: {}, isSignedIn: true },
  "/api/step-up/factor": { at: "/api/step-up/factor", form: { code: "12345" }, isSignedIn: true },
  "/api/step-up/code": { at: "/api/step-up/code", form: { code: "12345" }, isSignedIn: true },
  "/api/step-up/password": {
    at: "/api/step-up/password",
    form: { password: "x", returnTo: "/portal" },
    isSignedIn: true,
  },
  "/api/step-up/thaid": { at: "/api/step-up/thaid", form: { returnTo: "/portal" }, isSignedIn: true },
  "/api/step-up/resend": { at: "/api/step-up/resend", form: {}, isSignedIn: true },
}

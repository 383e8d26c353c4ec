import { defineConfig } from "drizzle-kit"

export default defineConfig({
  dialect: "postgresql",
  // audit.ts is left out: its tables are partitioned, which only a hand-written migration can say.
  schema: [
    "settings",
    "units",
    "identity",
    "systems",
    "access",
    "alarms",
    "sessions",
    "signin",
    "otp",
    "email",
    "factors",
    "recovery",
    "invitations",
    "documents",
    "cases",
    "registration",
    "orders",
    "activation",
    "members",
    "rights",
    "imports",
    "oversight",
    "rate-limit",
    "mail",
    "manuals",
  ].map((room) => `./db/schema/${room}.ts`),
  out: "./db/migrations",
})

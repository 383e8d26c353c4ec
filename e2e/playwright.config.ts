import { defineConfig } from "@playwright/test"

const port = process.env.E2E_PORT ?? "3399"
const baseURL = `http://127.0.0.1:${port}`

// Nothing that a browser does by itself may leave this machine.
const quiet = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
]

const browser = {
  baseURL,
  locale: "th-TH",
  timezoneId: "Asia/Bangkok",
  launchOptions: {
    args: quiet,
    ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
  },
}

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  workers: 2,
  timeout: 60_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"]],
  use: browser,
  // where a journey finds the database, to let time pass
  metadata: { home: process.env.E2E_HOME ?? "" },
  tsconfig: "../tsconfig.scripts.json",
  projects: [
    { name: "journeys", testMatch: /\.spec\.ts$/, testIgnore: /\.long\.spec\.ts$/ },
    { name: "long", testMatch: /\.long\.spec\.ts$/, timeout: 600_000 },
  ],
  webServer: {
    command: "node bin/start.mjs",
    cwd: "..",
    url: `${baseURL}/api/health/ready`,
    timeout: 240_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "ignore",
    env: {
      PORT: port,
      ...(process.env.E2E_HOME ? { DLA_SSO_HOME: process.env.E2E_HOME } : {}),
      // All journeys come from one address, and sign-in journeys fail on purpose; limits per account stay as they are.
      ADDRESS_FAILURE_LIMIT: "100000",
      ADDRESS_PAGE_LIMIT: "100000",
    },
  },
})

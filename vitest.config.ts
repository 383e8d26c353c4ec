import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

const root = fileURLToPath(new URL(".", import.meta.url))

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      { find: /^server-only$/, replacement: `${root}node_modules/server-only/empty.js` },
    ],
  },
  test: {
    include: ["{app,bench,bin,components,db,examples,lib,thaid-sandbox}/**/*.test.{ts,tsx}"],
    // planted faults are read by the checks, never run
    exclude: ["**/node_modules/**", "lib/architecture/faults/**"],
    // which random trees are grown: others, or more of them, where the environment says so
    provide: {
      powers: {
        seed: Number(process.env.POWERS_SEED ?? 20_261_118),
        trees: Number(process.env.POWERS_TREES ?? 9),
        isUsual: process.env.POWERS_SEED === undefined && process.env.POWERS_TREES === undefined,
      },
    },
    globalSetup: ["db/testing/global-setup.ts"],
    // A ring for tests alone; 32 bytes of nothing.
    env: {
      KEY_RING: `test:${Buffer.alloc(32, 7).toString("base64")}`,
      LOG_LEVEL: "silent",
      STORAGE_DIR: join(tmpdir(), `dla-sso-test-documents-${process.pid}`),
    },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})

import type { NextConfig } from "next"

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: [
    "@node-rs/argon2",
    "postgres",
    "pino",
    "@aws-sdk/client-s3",
    "exceljs",
    "oidc-provider",
  ],
  typedRoutes: false,
  // The short address that people remember shows the front door itself.
  rewrites: async () => [{ source: "/", destination: "/login" }],
  // A manual may have 10 MB; its form is a little larger, and must reach the handler whole to be judged there.
  experimental: { proxyClientMaxBodySize: "12mb" },
}

export default config

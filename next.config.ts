import type { NextConfig } from "next"

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["@node-rs/argon2", "postgres", "pino"],
  typedRoutes: false,
  // A manual may have 10 MB; its form is a little larger, and must reach the handler whole to be judged there.
  experimental: { proxyClientMaxBodySize: "12mb" },
}

export default config

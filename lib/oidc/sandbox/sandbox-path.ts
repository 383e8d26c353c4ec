import "server-only"

/** Where the provider for trying out answers; its issuer is the origin and this. */
export const sandboxPath = "/oidc/sandbox"

/** Whether a request is for the provider for trying out. */
export function isSandboxUrl(url = "/"): boolean {
  return url.startsWith(sandboxPath) && ["/", "?", ""].includes(url.charAt(sandboxPath.length))
}

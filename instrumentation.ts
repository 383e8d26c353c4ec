/** Start-up of the web server: refuses an incomplete production, and trusts no address that a client made up. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return
  const { readyToServe } = await import("@/lib/http/ready-to-serve")
  readyToServe()
}

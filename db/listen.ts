import postgres from "postgres"

/**
 * Listens to a channel on a connection of its own; after a lost connection the driver listens again by itself. What
 * was said in between is lost, so listeners also look from time to time.
 *
 * @returns stops listening
 */
export async function listen(url: string, channel: string, hear: () => void): Promise<() => Promise<void>> {
  const client = postgres(url, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: "dla-sso-listen" },
  })
  try {
    await client.listen(channel, hear, hear)
  } catch (error) {
    await client.end({ timeout: 1 })
    throw error
  }
  return () => client.end({ timeout: 1 })
}

import "server-only"
import { z } from "zod"

const clientData = z.object({ challenge: z.string().min(1).max(200) })

/** The challenge that a browser's answer names; nothing when it cannot be read. Whether it is ours is asked after. */
export function answeredChallenge(clientDataJson: string): string | undefined {
  try {
    const parsed = clientData.safeParse(JSON.parse(Buffer.from(clientDataJson, "base64url").toString("utf8")))
    return parsed.success ? parsed.data.challenge : undefined
  } catch {
    return undefined
  }
}

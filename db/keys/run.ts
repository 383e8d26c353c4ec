import { connect } from "@/db/client"
import { keyRing } from "@/lib/crypto/ring"
import { required } from "@/lib/env"
import { reportLines } from "./report"
import { isComplete, rotateKeys } from "./rotate-keys"

// `npm run keys:rotate`, after a new key was put in front of KEY_RING and every portal was started with it.
const say = (line: string) => process.stdout.write(`${line}\n`)
const clock = () => new Date()

const { db, close } = connect(required("DATABASE_URL"), { max: 1 })
try {
  const rotation = await rotateKeys(db, keyRing(), { clock, onProgress: say })
  for (const line of reportLines(keyRing(), rotation, clock())) say(line)
  process.exitCode = isComplete(rotation) ? 0 : 1
} finally {
  await close()
}

import "server-only"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { seal } from "@/lib/crypto/seal"
import { registrationIdPlace } from "./places"

/** A national ID as the row of a request keeps it. */
export function sealedNumber(id: string, nationalId: string) {
  return {
    nationalIdSealed: seal(keyRing(), registrationIdPlace(id), nationalId),
    nationalIdHash: keyedHash(keyRing(), "national-id", nationalId),
  }
}

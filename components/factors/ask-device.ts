import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser"

/** What the portal asks of a device: to make a passkey, or to prove one. */
export type DeviceKind = "create" | "get"

/** Asks the device, which asks its owner; the answer as JSON for a field of a form. Throws when there is none. */
export async function askDevice(kind: DeviceKind, options: unknown): Promise<string> {
  const answer =
    kind === "create"
      ? await startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON })
      : await startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON })
  return JSON.stringify(answer)
}

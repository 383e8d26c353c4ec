import type { identity as th } from "../th/identity"
import type { Words } from "../words-type"

export const identity: Words<typeof th> = {
  profile: {
    title: "My details",
    name: "Name",
    unit: "Unit and post",
    admin: "SSO Admin of the unit",
    username: "User name",
    email: "E-mail for codes",
    unverified: "not confirmed yet",
    setEmail: "Set and confirm",
    changeEmail: "Change",
    noEmail: "None yet",
    method: "Way of signing in",
    changeMethod: "Change the sign-in method",
    passwordAndCode: "User name, password and a code by e-mail",
    passwordSet: "Password set on",
    changePassword: "Change it",
    dutiesAccepted: "Duties of use accepted on",
    change: "If something is wrong here, ask your unit's SSO Admin to correct it.",
  },
}

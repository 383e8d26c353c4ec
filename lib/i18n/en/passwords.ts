import type { passwords as th } from "../th/passwords"
import type { Words } from "../words-type"

export const passwords: Words<typeof th> = {
  title: "Change your password",
  mustTitle: "Set a new password first",
  must: "Your password came from an older system that did not keep it safely. Set a new one; everything else opens after that.",
  done: "Your password was changed. Use the new one from your next sign-in on.",
  toPortal: "Go to my systems",
  rules: {
    title: "What a password may be",
    length: "15 to 128 characters long.",
    any: "Any characters: Thai, English, digits, signs and spaces. No mixture is asked for.",
    guess: "Not a name, a unit, a year, or words that everyone uses.",
    example: "An easy way: a long phrase that only you know, or one made by a password manager.",
  },
  current: "Password at present",
  next: "New password",
  again: "New password once more",
  endOthers: "Sign out every other device that is signed in",
  endOthersHint: "Leave this ticked if someone else may know the former password.",
  told: "The change will be told to your e-mail address.",
  submit: "Change the password",
  strength: {
    label: "Strength",
    short: (missing) => `Too short still: ${missing} more characters`,
    weak: "Easy to guess: add words that only you know",
    fair: "Fair: longer would be better",
    strong: "Strong",
  },
  faults: {
    currentMissing: "Enter your password at present",
    currentWrong: "The password at present is not right. Check the keyboard's language and enter it again",
    newMissing: "Enter a new password",
    tooShort:
      "The new password is too short. Use 15 characters or more: add a few words that only you know, for instance",
    tooLong: "The new password is too long. Use 128 characters at most",
    differs: "The new password was not typed the same twice. Enter it again in both fields",
  },
}

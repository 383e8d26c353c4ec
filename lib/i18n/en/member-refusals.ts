import type { memberRefusals as th } from "../th/member-refusals"
import type { Words } from "../words-type"

export const memberRefusals: Words<typeof th> = {
  "members.number-wrong": "That is no possible national ID. Check the 13 digits and search again.",
  "members.no-such-user": "Nobody with that national ID is a user of this unit.",
  "members.staff-reason-needed":
    "This person is not permanent staff of a unit of this kind. Say why they are to be a user.",
  "members.day-over": "The last day is over already. Change it, or leave it empty for none.",
  "members.own":
    "That is your own national ID. You can't add yourself; ask another SSO Admin or the office above.",
  "members.own-office": "A caretaker can't add people of their own office to the unit they look after.",
  "members.already-here": "This person is a user of the unit already. Search for them in the list.",
  "members.already-offered":
    "Your unit has invited this person and waits for the answer. You can send it again or withdraw it in the list.",
  "members.offer-over": "This invitation is over: it was answered, withdrawn, or its time has passed.",
  "members.sent-lately": "The invitation was sent just now. You can send it again after {until}.",
  "members.stale": "Somebody else changed this user meanwhile. Look at what stands now and do it again.",
  "members.last-admin":
    "This is the only SSO Admin of the unit who can work. If you go on, the unit has nobody in charge, and the office above must help until another is appointed. Tick that you know this first.",
  "members.own-membership":
    "You can't suspend, restore or end your own membership this way. Ask another SSO Admin, or use “Leave the unit”.",
  "transfers.own": "You can't open or sign your own transfer. Ask another SSO Admin or the office above.",
  "transfers.no-such-unit": "There is no other unit with that code. Check the code of the unit.",
  "transfers.day-over": "The day must be today or later.",
  "transfers.too-far": "The day must be within 180 days from today.",
  "transfers.open-already": "A transfer of this person is under way already. See the list of transfers.",
  "transfers.two-persons":
    "You signed for the unit that gives this person away. Somebody else has to sign for the receiving unit.",
  "transfers.over": "This transfer is over, or signed already. See how it stands in the list.",
}

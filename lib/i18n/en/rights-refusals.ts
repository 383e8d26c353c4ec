import type { rightsRefusals as th } from "../th/rights-refusals"
import type { Words } from "../words-type"

export const rightsRefusals: Words<typeof th> = {
  "rights.stale":
    "Somebody changed some of these rights while this page was open, so nothing was saved. Look at them as they are now and choose again.",
  "rights.member-gone":
    "Somebody on the list is suspended, has left the unit or his time is over, so no right can be given. Nothing was saved.",
  "rights.not-for-unit":
    "The Department has not opened this system to this unit, so no right can be given. Nothing was saved. Ask whom the system names as its contact.",
  "rights.conflict":
    "One person can’t both record and certify in one system, counting every unit he belongs to. Nothing was saved. Suspend one of the two first, or give the right to somebody else.",
  "rights.own":
    "You can’t give a right to yourself. Ask for it from your systems page; another SSO Admin or the supervising office gives it.",
  "rights.own-office":
    "An office that looks after a unit can’t give rights there to its own people. The Department does that.",
  "rights.until-past": "The right’s last day is over already. Enter today or a later day.",
  "rights.already-held":
    "You have this right already, or it is suspended and can still be given back. Ask your unit’s SSO Admin.",
  "rights.already-asked": "You have asked for this right already and the answer is still to come.",
  "rights.request-gone":
    "This request was answered, withdrawn or is over after 30 days, so nothing was changed.",
  "rights.not-yours-yet":
    "The unit’s own SSO Admin answers this request. The supervising office may where nobody there can, or after three working days.",
  "rights.system-stale":
    "Somebody else changed this system first, so nothing was saved. Look at it as it is now and do it again.",
  "rights.narrows":
    "{left} people would lose the use of the system by this, so nothing was saved. If you mean it, tick the box to confirm and save again.",
  "rights.no-unit-read": "No line is the code of a unit, so the list is as it was. Enter one code a line.",
  "rights.key-taken": "This system has a role with that key already. Use another.",
  "rights.period-there":
    "A period for that work that begins on that day is there already, so nothing was changed.",
}

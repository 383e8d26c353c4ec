import type { unitRefusals as th } from "../th/unit-refusals"
import type { Words } from "../words-type"

/** Why something about a unit, its users, rights or care was refused. */
export const unitRefusals: Words<typeof th> = {
  "access.not-yours":
    "You can see this unit, but its users and rights are changed by its own SSO Admins. Where nobody there can, become its caretaker first.",
  "access.own-account":
    "Nobody does this to his own account. Another SSO Admin or the supervising office can.",
  "access.beyond-account":
    "This user belongs to other units as well. The office above all of them can do it; his membership in your own unit you can still change.",
  "profiles.not-yours":
    "A unit's data is changed by its own SSO Admins and by the Department's officers, not by a caretaker.",
  "profiles.stale":
    "Someone changed this while you had the page open. What you typed is still here: compare it with the history below before you save again.",
  "profiles.unchanged":
    "Nothing differs from what is saved. If you looked it over, press “The data is still right” instead.",
  "profiles.nothing-told": "The unit has told nothing yet. Fill in its data and save first.",
  "restructuring.not-local":
    "Only local organisations change this way: offices are named after their places.",
  "restructuring.stale":
    "The unit has changed since you opened this page. Look at what would happen once more.",
  "restructuring.unchanged": "Kind, code and names are all as they were.",
  "restructuring.code-taken": "Another unit bears this code, or once did.",
  "restructuring.other-place":
    "The code must stay in the province and name a district that exists; a receiving unit must be of the same province.",
  "restructuring.tail-differs":
    "The last six digits differ from those of the former code. If the order says so, tick the box.",
  "restructuring.confirm": "Tick the box to say that you looked at what would happen.",
  "restructuring.planned-already":
    "A change of this unit waits for its day already. Withdraw that one first.",
  "restructuring.no-receiver":
    "No local organisation with this code can receive the unit, or it is the same unit.",
  "restructuring.busy": "A workbook of users is being applied. Wait until it is done and try again.",
  "restructuring.day-wrong": "The day must be today or within a year from now.",
  "restructuring.gone": "This change has taken effect or was withdrawn.",
  "caretakers.not-yours":
    "A unit is looked after by an office above it, and the next office above that one prolongs it.",
  "caretakers.somebody-there":
    "The unit has an SSO Admin who can act, so nobody looks after it in his stead.",
  "caretakers.confirm": "Tick the box to say that you know what a caretaker may do and may not.",
  "caretakers.taken": "An office looks after this unit already. Load the page again to see which.",
  "caretakers.none": "That has ended. Load the page again to see how things stand.",
  "caretakers.renewed": "It was prolonged once and cannot be again. The unit has to appoint an SSO Admin.",
}

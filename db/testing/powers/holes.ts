/** Each hole that a test plants, with the kinds of questions that are asked while it is open. */
export const holes = {
  "every seat is an SSO Admin's": ["members.unit", "rights.change", "transfers.open"],
  "the Department's seat is an office's": ["members.unit", "oversight.office", "why.get"],
  "an auditor changes things": ["members.offer", "imports.apply", "rights.change"],
  "an office needs no care to act below": ["members.suspend", "members.offer-form", "imports.undo"],
  "an office answers though somebody is there": ["rights.decide", "rights.grid", "transfers.form"],
  "an office speaks for a unit below": ["profiles.change", "profiles.get"],
  "who sees a unit changes it": ["members.edit", "rights.change", "oversight.name-successor"],
  "every unit is in sight": ["members.unit", "rights.waiting", "imports.export", "oversight.succession"],
  "one's own account is anybody's": ["members.suspend-account", "members.close-account"],
  "one of an account's units is enough": ["members.suspend-account", "members.end-sessions", "members.user"],
  "one grants to oneself": ["rights.change", "rights.check"],
  "a caretaker grants to his own people": ["rights.change", "rights.check", "rights.decide"],
  "a caretaker brings in his own people": ["members.offer"],
  "any request is everybody's": ["rights.decide", "rights.request", "rights.grid"],
  "one person signs for both sides": ["transfers.sign"],
  "care never ends by itself": ["caretakers.renew", "caretakers.get"],
  "whose powers are held can work": ["caretakers.begin", "caretakers.get", "transfers.open"],
  "a membership's days are forgotten": ["members.unit", "rights.mine", "systems.launcher"],
  "a suspended membership is in force": ["rights.mine", "systems.launcher", "members.unit"],
  "an appointment's end is forgotten": ["members.unit", "rights.change", "activation-codes.issue"],
  "empty units are listed everywhere": ["activation.empty-units"],
  "the register shows all codes": ["activation.register"],
  "a user is found by another unit's name": ["members.suspend", "members.end", "members.edit"],
  "a workbook is found by another unit's name": ["imports.apply", "imports.undo"],
  "a mailed code lifts the hold on powers": ["members.unit", "rights.grid", "oversight.office"],
  "a command asks nobody who he is": ["rights.change-system"],
} as const

/** One of them. */
export type Hole = keyof typeof holes

import type { activationRefusals as th } from "../th/activation-refusals"
import type { Words } from "../words-type"

export const activationRefusals: Words<typeof th> = {
  "orders.by-code":
    "The unit fills this order in by its activation code; all others can only look. Return it at the desk if something is wrong.",
  "activation.wrong":
    "These codes do not let you in. Compare unit code and activation code with the letter. A code is good for 14 days and for one request. If it still fails, ask the office above for a new one.",
  "activation.closed": "Too many wrong tries. Try again after {until}.",
  "activation.gone": "This visit is over. Type the activation code again; what was saved is still there.",
  "activation.superseded":
    "The office above has issued a new code in place of this one. Use the one of the latest letter.",
  "activation.has-admin":
    "A chosen unit has a working SSO Admin and needs no activation code. No code was issued.",
  "activation.beyond-power": "A chosen unit is beyond your reach. No code was issued.",
  "activation.none-chosen": "No unit was chosen, or none needs a code.",
  "activation.too-many": "At most 500 units at a time. Choose a province or search more narrowly first.",
  "activation.printed":
    "These letters were printed, are older than 24 hours, or somebody else issued them. The codes are not shown again; issue new ones if they are needed.",
  "activation.request-wrong": "Request number or secret is wrong. Compare them with your slip.",
}

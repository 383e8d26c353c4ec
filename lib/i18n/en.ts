import { activation } from "./en/activation"
import { activity } from "./en/activity"
import { caretakers } from "./en/caretakers"
import { catalogue } from "./en/catalogue"
import { clients } from "./en/clients"
import { desk } from "./en/desk"
import { documents } from "./en/documents"
import { email } from "./en/email"
import { factors } from "./en/factors"
import { identity } from "./en/identity"
import { imports } from "./en/imports"
import { invitations } from "./en/invitations"
import { mail } from "./en/mail"
import { manuals } from "./en/manuals"
import { memberMail } from "./en/member-mail"
import { members } from "./en/members"
import { operations } from "./en/operations"
import { orderMail } from "./en/order-mail"
import { orders } from "./en/orders"
import { oversight } from "./en/oversight"
import { passwords } from "./en/passwords"
import { profiles } from "./en/profiles"
import { recovery } from "./en/recovery"
import { refusals } from "./en/refusals"
import { registration } from "./en/registration"
import { registrationMail } from "./en/registration-mail"
import { registrationPrivacy } from "./en/registration-privacy"
import { restructuring } from "./en/restructuring"
import { rights } from "./en/rights"
import { rightsMail } from "./en/rights-mail"
import { sandbox } from "./en/sandbox"
import { sessions } from "./en/sessions"
import { settings } from "./en/settings"
import { signOutReport } from "./en/sign-out-report"
import { signin } from "./en/signin"
import { support } from "./en/support"
import { systems } from "./en/systems"
import { transfers } from "./en/transfers"
import { trouble } from "./en/trouble"
import { ui } from "./en/ui"
import { units } from "./en/units"
import { webhooks } from "./en/webhooks"
import { why } from "./en/why"
import type { th } from "./th"
import type { Words } from "./words-type"

/** English, as complete as Thai; the type fails when a key is missing. */
export const en: Words<typeof th> = {
  ui,
  refusals,
  recovery,
  caretakers,
  invitations,
  imports,
  registration,
  registrationMail,
  registrationPrivacy,
  mail,
  orderMail,
  orders,
  activation,
  operations,
  memberMail,
  members,
  catalogue,
  clients,
  desk,
  documents,
  rights,
  rightsMail,
  email,
  factors,
  identity,
  transfers,
  trouble,
  sandbox,
  sessions,
  settings,
  systems,
  signOutReport,
  signin,
  oversight,
  passwords,
  profiles,
  restructuring,
  manuals,
  support,
  activity,
  units,
  webhooks,
  why,
}

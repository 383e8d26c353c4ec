import { activation } from "./th/activation"
import { activity } from "./th/activity"
import { caretakers } from "./th/caretakers"
import { catalogue } from "./th/catalogue"
import { clients } from "./th/clients"
import { desk } from "./th/desk"
import { documents } from "./th/documents"
import { email } from "./th/email"
import { factors } from "./th/factors"
import { identity } from "./th/identity"
import { imports } from "./th/imports"
import { invitations } from "./th/invitations"
import { mail } from "./th/mail"
import { manuals } from "./th/manuals"
import { memberMail } from "./th/member-mail"
import { members } from "./th/members"
import { operations } from "./th/operations"
import { orderMail } from "./th/order-mail"
import { orders } from "./th/orders"
import { oversight } from "./th/oversight"
import { passwords } from "./th/passwords"
import { profiles } from "./th/profiles"
import { recovery } from "./th/recovery"
import { refusals } from "./th/refusals"
import { registration } from "./th/registration"
import { registrationMail } from "./th/registration-mail"
import { registrationPrivacy } from "./th/registration-privacy"
import { restructuring } from "./th/restructuring"
import { rights } from "./th/rights"
import { rightsMail } from "./th/rights-mail"
import { sandbox } from "./th/sandbox"
import { sessions } from "./th/sessions"
import { settings } from "./th/settings"
import { signOutReport } from "./th/sign-out-report"
import { signin } from "./th/signin"
import { support } from "./th/support"
import { systems } from "./th/systems"
import { transfers } from "./th/transfers"
import { trouble } from "./th/trouble"
import { ui } from "./th/ui"
import { units } from "./th/units"
import { webhooks } from "./th/webhooks"
import { why } from "./th/why"

/** Thai, the source language: one file a room. */
export const th = {
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
} as const

/**
 * The writes that are steps without an audit event, because they are upkeep and no one's decision. A test holds this
 * list to what is found: a step of this kind is named `touch…`, `count…`, `lease…`, `settle…` or `purge…`.
 */
export const housekeeping = [
  "leaseMails",
  "leaseLonger",
  "settleSent",
  "settleFailed",
  "touchHeldUpMails",
  "settleRefused",
  "settleOverdue",
  "purgeSettledMails",
  "purgeDeadRows",
  "countRateLimit",
  "countPasswordFailure",
  "countAgainst",
  "countWish",
  "countPage",
  "touchLiveSession",
  "touchRun",
  "purgeOldMail",
  "purgeDrafts",
  "purgeOnce",
  "countPage",
  "touchReceivedBytes",
  "leaseDocument",
  "purgeFiles",
  "purgeDocuments",
  "purgeOrphans",
  "purgeServedDocuments",
  "settlePurged",
  "leaseBack",
] as const

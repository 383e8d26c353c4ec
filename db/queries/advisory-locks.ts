/** Numbers of the advisory locks, in one place so that no two kinds of work take the same one unknowingly. */
export const advisoryLocks = {
  /** Whoever holds it migrates; the others wait and find nothing to do. */
  migrate: 7_164_025,
  /** Whoever holds it seals; the others wait for their next turn. */
  sealAudit: 7_164_026,
  /** One start makes the cast; others wait and find it made. */
  ensureCast: 7_164_027,
  /** One run at a time: two would invent the same people. */
  seedSynthetic: 7_164_028,
  /** Two loads at once take turns; the second finds nothing to change. */
  loadReference: 7_164_029,
  /** With a hash of the name: of two who choose one user name at once, one is first. */
  usernames: 7_164_030,
  /** Activation codes are issued by one at a time, so that of two for one unit the later takes the earlier's place. */
  activationCodes: 7_164_031,
  /** One of the instances counts how units stand; the others have nothing to do. */
  watchUnits: 7_164_032,
  /** One instance looks after the keys of the OpenID Provider; the others wait and find nothing due. */
  oidcKeys: 7_164_033,
  /** One at a time gives entries of the systems' feed their places. */
  systemChanges: 7_164_034,
  /** One instance looks which sign-ins at systems have lost their ground; the others leave it to that one. */
  sweepSignIns: 7_164_035,
  /** With a hash of the unit: of two SSO Admins who leave at once, the second sees that he is the last. */
  unitAdmins: 7_164_041,
} as const

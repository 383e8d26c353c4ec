import "server-only"
import type { z } from "zod"
import type { ClientActor } from "@/lib/kernel/actor"
import type { Read } from "@/lib/kernel/read"
import { getUnitFacts } from "./get-unit-facts"
import { listAdmins } from "./list-admins"
import { listChanges } from "./list-changes"
import { listGrants } from "./list-grants"
import { listUnits } from "./list-units"
import {
  adminsAnswer,
  changesAnswer,
  grantsAnswer,
  type MachineScope,
  unitAnswer,
  unitsAnswer,
} from "./schema"

/** One thing that the API answers: the read behind it, and what its description says. */
export type Operation = {
  readonly id: string
  /** Below the API's path; names in braces stand in the address. */
  readonly path: string
  readonly scope: MachineScope
  readonly summary: string
  readonly inPath: readonly string[]
  // what each takes and gives differs; the schemas below say it
  readonly read: Read<ClientActor, z.ZodObject, unknown>
  readonly answer: z.ZodType
  /** Whether a copy may be kept and asked about again (RFC 9110 §8.8); facts of persons may not. */
  readonly isKept: boolean
}

function operation<S extends z.ZodObject, V>(
  stated: Omit<Operation, "read"> & { readonly read: Read<ClientActor, S, V> },
): Operation {
  return stated as unknown as Operation
}

/** Everything that the API answers. */
export const operations = {
  units: operation({
    id: "listUnits",
    path: "/units",
    scope: "directory.read",
    summary: "Units page by page: all in force, or those changed since an instant, those taken up included",
    inPath: [],
    read: listUnits,
    answer: unitsAnswer,
    isKept: true,
  }),
  unit: operation({
    id: "getUnit",
    path: "/units/{code}",
    scope: "directory.read",
    summary: "One unit, by its code of today or of former days",
    inPath: ["code"],
    read: getUnitFacts,
    answer: unitAnswer,
    isKept: true,
  }),
  admins: operation({
    id: "listAdmins",
    path: "/admins",
    scope: "directory.read",
    summary: "The SSO Admins of a unit, as the public lookup shows them",
    inPath: [],
    read: listAdmins,
    answer: adminsAnswer,
    isKept: false,
  }),
  grants: operation({
    id: "listGrants",
    path: "/grants",
    scope: "changes.read",
    summary: "All rights in this system as they stand, page by page, and from where in the feed to go on",
    inPath: [],
    read: listGrants,
    answer: grantsAnswer,
    isKept: false,
  }),
  changes: operation({
    id: "listChanges",
    path: "/changes",
    scope: "changes.read",
    summary: "What happened to accounts, memberships, rights and units that concern this system",
    inPath: [],
    read: listChanges,
    answer: changesAnswer,
    isKept: false,
  }),
} as const

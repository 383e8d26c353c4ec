import { actionFaults, clockFaults, docstringFaults, postFaults, serverOnlyFaults } from "./code-faults"
import { housekeepingFaults, nameFaults, refusalFaults, traceFaults } from "./house-faults"
import type { Fault, HouseFile } from "./tree"

/** The checks that read text and syntax, by the rule that each reports. */
export const houseChecks: Readonly<Record<string, (house: readonly HouseFile[]) => Fault[]>> = {
  "1-server-only": serverOnlyFaults,
  "3-actions-run-commands": actionFaults,
  "3-post-handler": postFaults,
  "3-refusals": refusalFaults,
  "3-housekeeping": housekeepingFaults,
  "6-names": nameFaults,
  "7-docstrings": docstringFaults,
  "8-clock": clockFaults,
  "10-no-traces": traceFaults,
}

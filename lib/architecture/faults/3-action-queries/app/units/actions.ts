"use server"
export async function renameUnitAction(input: unknown) {
  return runCommand(renameUnit, await findUnit(input))
}

"use server"
export async function renameUnitAction() {
  redirect("/units")
}

export function Page() {
  async function save() {
    "use server"
    return runCommand(x)
  }
  return save
}

async function save(): Promise<void> {}
export function x() {
  save()
}

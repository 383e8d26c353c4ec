export function X() {
  return <p>No unit found</p>
}

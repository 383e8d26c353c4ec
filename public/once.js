// A second click on a form's button sends nothing while the first is under way. Without JavaScript the server
// answers the second click sensibly itself.
document.addEventListener("submit", (event) => {
  const form = event.target
  if (form.method !== "post" || !new URL(form.action).pathname.startsWith("/api/")) return
  if (form.dataset.sent) event.preventDefault()
  form.dataset.sent = "1"
  setTimeout(() => delete form.dataset.sent, 10_000)
})
addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sent
})

// Looks each second whether the person has decided, then goes on. Without it the page asks again by itself.
const card = document.querySelector("[data-poll]")

async function look() {
  const answer = await fetch(card.dataset.poll, { cache: "no-store" }).catch(() => undefined)
  const { state } = answer ? await answer.json().catch(() => ({ state: "waiting" })) : { state: "waiting" }
  if (state === "waiting") setTimeout(look, 1000)
  else location.replace(card.dataset.go)
}

if (card) setTimeout(look, 1000)

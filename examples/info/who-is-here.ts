import type { World } from "./exchange"
import type { Session } from "./sessions"

/** Milliseconds for which somebody may go on while the portal does not answer. */
const patience = 10 * 60_000

/** Who asks; `unsure` where the portal has been silent for too long to know. */
export type Here =
  | { readonly is: "in"; readonly session: Session }
  | { readonly is: "out"; readonly session?: undefined }
  | { readonly is: "unsure"; readonly session: Session }

/**
 * Who holds this session. Every few minutes the portal is asked again, so that a right withdrawn there is gone here even
 * if its logout token never arrived.
 */
export async function whoIsHere(world: World, sessionId: string | undefined, now: Date): Promise<Here> {
  const session = sessionId === undefined ? undefined : await world.sessions.find(sessionId, now)
  if (!session) return { is: "out" }
  const isDue = now.getTime() - session.askedAt.getTime() > world.settings.askAgain * 1000
  if (!(isDue && (await world.sessions.claimAsking(session, now)))) return standing(session, now)
  const said = await world.portal.askAgain(session.tokens, session.person.sub)
  if (said.is === "over") {
    await world.sessions.end(session)
    return { is: "out" }
  }
  if (said.is === "silent") return standing(session, now)
  // a unit is fixed for a sign-in: another one is another sign-in
  if (said.person.unit.code !== session.person.unit.code) {
    await world.sessions.end(session)
    return { is: "out" }
  }
  await world.sessions.renew(session, said.person, said.tokens, now)
  return { is: "in", session: { ...session, person: said.person, tokens: said.tokens } }
}

function standing(session: Session, now: Date): Here {
  const age = now.getTime() - session.confirmedAt.getTime()
  return { is: age > patience ? "unsure" : "in", session }
}

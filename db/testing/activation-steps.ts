import { addActivationDocument } from "@/lib/activation/add-activation-document"
import { closeRun } from "@/lib/activation/close-run"
import { getMyActivation } from "@/lib/activation/get-my-activation"
import { getRegister } from "@/lib/activation/get-register"
import { issueCodes } from "@/lib/activation/issue-codes"
import { leaveActivation } from "@/lib/activation/leave-activation"
import { openActivation } from "@/lib/activation/open-activation"
import { openRequest } from "@/lib/activation/open-request"
import { saveActivationPaper } from "@/lib/activation/save-activation-paper"
import { saveActivationPerson } from "@/lib/activation/save-activation-person"
import { showLetters } from "@/lib/activation/show-letters"
import { submitActivation } from "@/lib/activation/submit-activation"
import { type AccountActor, visitor } from "@/lib/kernel/actor"
import { execute, look } from "@/lib/kernel/execute"
import { orderStart, orderSteps, paperForm, personForm } from "./order-steps"
import type { TestDatabase } from "./test-database"

type Steps = () => TestDatabase

const anyone = (test: Steps, now: Date) => ({ db: test().db, actor: visitor, now, requestId: "test" })

/** What the office above does. */
function office(test: Steps) {
  const by = (actor: AccountActor, now: Date) => ({
    db: test().db,
    actor: { ...actor, steppedUpAt: now, acr: "urn:dla:totp" },
    now,
    requestId: "test",
  })
  const issue = (actor: AccountActor, unitCodes: readonly string[], now = orderStart, more: object = {}) =>
    execute(issueCodes, by(actor, now), { unitCodes, isAll: false, q: "", province: "", ...more })
  const letters = (actor: AccountActor, run: string, now = orderStart) =>
    execute(showLetters, by(actor, now), { run })
  const close = (actor: AccountActor, run: string, now = orderStart) =>
    execute(closeRun, by(actor, now), { run })
  const register = (actor: AccountActor, more: object = {}, now = orderStart) =>
    look(getRegister, by(actor, now), { ...more })

  /** Issues a code for a unit and reads it off the letter. */
  async function codeFor(actor: AccountActor, unitCode: string, now = orderStart): Promise<string> {
    const issued = await issue(actor, [unitCode], now)
    if (!issued.ok) throw new Error(JSON.stringify(issued))
    const printed = await letters(actor, issued.value.run, now)
    if (!printed.ok) throw new Error(JSON.stringify(printed))
    return printed.value.letters[0]?.code ?? ""
  }
  return { issue, letters, close, register, codeFor }
}

/** What is done with the form of one browser. */
function formSteps(test: Steps, activation: string, now = orderStart) {
  const context = anyone(test, now)
  const mine = () => look(getMyActivation, context, { activation })
  const page = async () => {
    const seen = await mine()
    if (!seen.ok) return { activation, unitCode: "00", number: "O-0000-0000", version: 1 }
    const { order, unit } = seen.value
    return { activation, unitCode: unit.code, number: order.number, version: order.version }
  }
  return {
    mine,
    page,
    number: async () => (await page()).number,
    paper: async (more: object = {}) => {
      const at = await page()
      return execute(saveActivationPaper, context, { ...at, ...paperForm, issuer: at.unitCode, ...more })
    },
    person: async (more: object = {}) =>
      execute(saveActivationPerson, context, { ...(await page()), ...personForm(more) }),
    file: () => execute(addActivationDocument, context, { activation, fileName: "x.pdf", sizeBytes: 10 }),
    submit: async (more: object = {}) => execute(submitActivation, context, { ...(await page()), ...more }),
    leave: () => execute(leaveActivation, context, { activation }),
  }
}

/** The steps of a unit's activation, from the issue of its code to the request, on a test's own database. */
export function activationSteps(test: Steps) {
  const orders = orderSteps(test)
  const open = (unitCode: string, code: string, now = orderStart, address: string | null = null) =>
    execute(openActivation, anyone(test, now), { unitCode, code, address })

  /** Opens a code, for the browser that holds what comes back. */
  async function opened(unitCode: string, code: string, now = orderStart): Promise<string> {
    const result = await open(unitCode, code, now)
    if (!result.ok) throw new Error(JSON.stringify(result))
    return result.value.activation
  }

  const form = (activation: string, now = orderStart) => formSteps(test, activation, now)

  /** Fills a form in; all but sending it. */
  async function filled(activation: string, paper: object = {}, person: object = {}, now = orderStart) {
    const doing = form(activation, now)
    const steps: { readonly ok: boolean }[] = [await doing.paper(paper), await doing.person(person)]
    const wrong = steps.find((step) => !step.ok)
    if (wrong) throw new Error(JSON.stringify(wrong))
    const number = await doing.number()
    await orders.scan(number)
    return { ...doing, request: number }
  }

  const lookUp = (number: string, secret: string, now = orderStart, address: string | null = null) =>
    execute(openRequest, anyone(test, now), { number, secret, address })

  return { ...orders, ...office(test), open, opened, form, filled, lookUp }
}

import { apiHandler } from "@/lib/http/api-handler"
import { answerOperation } from "@/lib/machine/answer-operation"
import { failed } from "@/lib/machine/problem"

/** The SSO Admins of a unit. */
export const GET = apiHandler((call) => answerOperation("admins", call), failed)

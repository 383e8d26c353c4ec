import { apiHandler } from "@/lib/http/api-handler"
import { answerOperation } from "@/lib/machine/answer-operation"
import { failed } from "@/lib/machine/problem"

/** The directory of units, for programs of connected systems. */
export const GET = apiHandler((call) => answerOperation("units", call), failed)

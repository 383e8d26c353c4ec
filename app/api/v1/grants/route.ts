import { apiHandler } from "@/lib/http/api-handler"
import { answerOperation } from "@/lib/machine/answer-operation"
import { failed } from "@/lib/machine/problem"

/** The rights in the asking system as they stand. */
export const GET = apiHandler((call) => answerOperation("grants", call), failed)

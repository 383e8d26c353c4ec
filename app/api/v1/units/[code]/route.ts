import { apiHandler } from "@/lib/http/api-handler"
import { answerOperation } from "@/lib/machine/answer-operation"
import { failed } from "@/lib/machine/problem"

/** One unit of the directory. */
export const GET = apiHandler((call) => answerOperation("unit", call), failed)

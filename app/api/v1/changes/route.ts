import { apiHandler } from "@/lib/http/api-handler"
import { answerOperation } from "@/lib/machine/answer-operation"
import { failed } from "@/lib/machine/problem"

/** The feed of changes that concern the asking system. */
export const GET = apiHandler((call) => answerOperation("changes", call), failed)

import "server-only"
import { z } from "zod"
import { env } from "@/lib/env"
import { apiResource } from "./know-bearer"
import { type Operation, operations } from "./operations"
import { requestsAMinute } from "./rules"
import { type machineScopes, problemAnswer } from "./schema"

type Json = Readonly<Record<string, unknown>>

const scopesTold = {
  "directory.read": "Units and their SSO Admins",
  "changes.read": "Rights in this system as they stand, and what happens to them",
} as const satisfies Record<(typeof machineScopes)[number], string>

/** The description of the API (OpenAPI 3.1), made of the very schemas that judge what is asked and answered. */
export function describeApi(): Json {
  const origin = new URL(env.ORIGIN).origin
  return {
    openapi: "3.1.0",
    info: {
      title: "DLA SSO for programs",
      version: "1.0.0",
      description: `For connected systems. At most ${requestsAMinute} requests a minute and client. Ask for tokens with resource=${apiResource()} or without a resource.`,
    },
    servers: [{ url: apiResource() }],
    security: [{ token: [] }],
    paths: Object.fromEntries(Object.values(operations).map((one) => [one.path, { get: described(one) }])),
    components: {
      schemas: { Problem: schemaOf(problemAnswer, "output") },
      securitySchemes: {
        token: {
          type: "oauth2",
          flows: { clientCredentials: { tokenUrl: `${origin}/oidc/token`, scopes: scopesTold } },
        },
      },
    },
  }
}

function described(operation: Operation): Json {
  return {
    operationId: operation.id,
    summary: operation.summary,
    security: [{ token: [operation.scope] }],
    parameters: parametersOf(operation),
    responses: {
      200: {
        description: "What was asked",
        content: { "application/json": { schema: schemaOf(operation.answer, "output") } },
      },
      ...(operation.isKept && { 304: { description: "Unchanged since the ETag that was sent" } }),
      ...Object.fromEntries(nos(operation).map(([status, description]) => [status, no(description)])),
    },
  }
}

function nos({ id }: Operation): [number, string][] {
  return [
    [400, "A parameter is wrong"],
    [401, "No token, or none that counts (RFC 6750)"],
    [403, "The token lacks the scope"],
    ...(id === "getUnit" || id === "listAdmins" ? [[404, "There is no such unit"] as [number, string]] : []),
    ...(id === "listChanges" ? [[410, "The cursor is older than what is kept"] as [number, string]] : []),
    [429, "Too many requests; Retry-After says when again"],
    [500, "Something went wrong here"],
  ]
}

function no(description: string): Json {
  const schema = { $ref: "#/components/schemas/Problem" }
  return { description, content: { "application/problem+json": { schema } } }
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _draft, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" })
  return rest
}

function parametersOf({ read, inPath }: Operation): Json[] {
  const { properties = {}, required = [] } = schemaOf(read.input, "input") as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: inPath.includes(name) ? "path" : "query",
    required: required.includes(name),
    schema,
  }))
}

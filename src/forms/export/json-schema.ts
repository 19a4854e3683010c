import { z } from 'zod'
import { questionsOf } from '../definition.ts'
import type { Json, JsonObject } from '../json.ts'
import type { Question } from '../question.ts'
import { typeOf } from '../questions/registry.ts'
import { type ExportedVersion, exportedRoles } from './sent-form.ts'

/** Any JSON Schema. */
const WrittenSchema: z.ZodType<JsonObject> = z.record(z.string(), z.json())

/** The JSON Schema (draft 2020-12) of what a version's submissions are exported as; every question with its label. */
export function jsonSchema({ form, service, version, title, isSigned }: ExportedVersion): JsonObject {
  const asking = questionsOf(form).filter((question) => typeOf(question).asks)
  const ids: JsonObject =
    asking.length === 0 ? { type: 'string' } : { type: 'string', enum: asking.map(({ id }) => id) }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: namespaceOf(version),
    title,
    ...object(
      {
        schemaVersion: { type: 'integer', const: 1 },
        service: { type: 'string', const: service },
        version: { type: 'string', const: version },
        caseNumber: { type: 'string' },
        sequence: { type: 'integer', minimum: 1 },
        receivedAt: { type: 'string', format: 'date-time' },
        asked: { type: 'array', items: { type: 'string' } },
        sensitive: { type: 'array', items: ids },
        hiddenFromParties: { type: 'array', items: ids },
      },
      {
        answers: answersOf(asking),
        ...(isSigned && { signers: { type: 'array', items: signerOf(asking) } }),
      },
    ),
  }
}

const answersOf = (questions: readonly Question[]): JsonObject => ({
  type: 'object',
  properties: Object.fromEntries(
    questions.map((question) => [
      question.id,
      { title: question.label.sv, ...schemaOf(typeOf(question).exportSchema(question)) },
    ]),
  ),
  additionalProperties: false,
})

/** One who was to sign; what isn't known of them, or hasn't been, is left out. */
const signerOf = (questions: readonly Question[]): JsonObject => ({
  type: 'object',
  properties: {
    role: { type: 'string', enum: exportedRoles },
    name: { type: 'string' },
    signedAt: { type: 'string', format: 'date-time' },
    method: { type: 'string' },
    declined: { type: 'boolean' },
    answers: answersOf(questions.filter(({ filledInBy }) => filledInBy === 'party')),
  },
  required: ['role', 'declined'],
  additionalProperties: false,
})

/** Names a version for ever and everywhere (RFC 9562 §4, RFC 4122 §3): the schema's id and the XML namespace. */
export const namespaceOf = (version: string): string => `urn:uuid:${version}`

function object(first: Readonly<Record<string, JsonObject>>, then: Readonly<Record<string, JsonObject>>): JsonObject {
  const properties: Readonly<Record<string, Json>> = { ...first, ...then }
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false }
}

/** The JSON Schema of one answer, without what tells which JSON Schema it is written in. */
function schemaOf(answer: z.ZodType<Json>): JsonObject {
  const { $schema: _dialect, ...schema } = WrittenSchema.parse(
    JSON.parse(JSON.stringify(z.toJSONSchema(answer, { target: 'draft-2020-12', io: 'output' }))),
  )
  return schema
}

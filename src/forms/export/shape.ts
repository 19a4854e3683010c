import { z } from 'zod'
import type { Json } from '../json.ts'

/** How a JSON value is built, as far as XML and CSV need to know: read from its JSON Schema. */
export type Shape =
  | { readonly kind: 'text'; readonly values?: readonly string[]; readonly format?: 'date' | 'date-time' }
  | { readonly kind: 'number' | 'integer' | 'boolean' }
  | { readonly kind: 'list'; readonly item: Shape }
  | { readonly kind: 'parts'; readonly parts: readonly Part[] }
  /** Sometimes one plain value, sometimes parts: "Annat, nämligen". */
  | { readonly kind: 'either'; readonly plain: Shape; readonly parts: readonly Part[] }
  /** Values under names that no schema knows beforehand. */
  | { readonly kind: 'entries'; readonly value: Shape }
  /** Something that is sometimes this and sometimes that: written as JSON. */
  | { readonly kind: 'any' }

/** A named part; `title` is for people. */
export type Part = {
  readonly name: string
  readonly shape: Shape
  readonly optional: boolean
  readonly title?: string | undefined
}

type Schema = {
  readonly type?: string | undefined
  readonly title?: string | undefined
  readonly format?: string | undefined
  readonly const?: Json | undefined
  readonly enum?: readonly Json[] | undefined
  readonly items?: Schema | false | undefined
  readonly properties?: Readonly<Record<string, Schema>> | undefined
  readonly required?: readonly string[] | undefined
  readonly additionalProperties?: Schema | boolean | undefined
  readonly anyOf?: readonly Schema[] | undefined
  readonly oneOf?: readonly Schema[] | undefined
  readonly allOf?: readonly Schema[] | undefined
}

const Schema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    title: z.string().optional(),
    format: z.string().optional(),
    const: z.json().optional(),
    enum: z.array(z.json()).optional(),
    items: z.union([Schema, z.literal(false)]).optional(),
    properties: z.record(z.string(), Schema).optional(),
    required: z.array(z.string()).optional(),
    additionalProperties: z.union([z.boolean(), Schema]).optional(),
    anyOf: z.array(Schema).optional(),
    oneOf: z.array(Schema).optional(),
    allOf: z.array(Schema).optional(),
  }),
)

/** Reads a shape from a JSON Schema. */
export const shapeFrom = (schema: Json): Shape => shapeOf(Schema.parse(schema))

function shapeOf(schema: Schema): Shape {
  const several = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (several) return oneOf(several.filter(({ type }) => type !== 'null').map(shapeOf), schema.allOf !== undefined)
  const values = schema.const === undefined ? schema.enum : [schema.const]
  if (values?.every((value) => typeof value === 'string')) return { kind: 'text', values }
  switch (schema.type) {
    case 'string':
      return schema.format === 'date' || schema.format === 'date-time'
        ? { kind: 'text', format: schema.format }
        : { kind: 'text' }
    case 'number':
    case 'integer':
    case 'boolean':
      return { kind: schema.type }
    case 'array':
      return { kind: 'list', item: schema.items ? shapeOf(schema.items) : { kind: 'any' } }
    case 'object':
      return objectShape(schema)
    default:
      return { kind: 'any' }
  }
}

function objectShape({ properties = {}, required = [], additionalProperties }: Schema): Shape {
  const parts = Object.entries(properties).map(([name, schema]) => ({
    name,
    shape: shapeOf(schema),
    // What is null is left out of XML.
    optional: !required.includes(name) || mayBeNull(schema),
    title: schema.title,
  }))
  if (parts.length > 0 || additionalProperties === false) return { kind: 'parts', parts }
  return {
    kind: 'entries',
    value: typeof additionalProperties === 'object' ? shapeOf(additionalProperties) : { kind: 'any' },
  }
}

const mayBeNull = ({ type, anyOf = [], oneOf = [] }: Schema): boolean =>
  type === 'null' || [...anyOf, ...oneOf].some(mayBeNull)

/** One shape that all of several fit in: XML can't tell apart what begins alike. `all`: the value has the parts of every one of them. */
function oneOf(shapes: readonly Shape[], all: boolean): Shape {
  const [first, ...more] = shapes
  if (!first) return { kind: 'any' }
  return more.reduce((joined, shape) => both(joined, shape, all), first)
}

function both(a: Shape, b: Shape, all: boolean): Shape {
  if (a.kind === 'text' && b.kind === 'text') {
    if (a.values && b.values) return { kind: 'text', values: [...new Set([...a.values, ...b.values])] }
    return a.format && a.format === b.format ? a : { kind: 'text' }
  }
  if (a.kind === 'parts' && b.kind === 'parts') return { kind: 'parts', parts: joinParts(a.parts, b.parts, all) }
  if (a.kind === 'list' && b.kind === 'list') return { kind: 'list', item: both(a.item, b.item, all) }
  if (a.kind === 'entries' && b.kind === 'entries') return { kind: 'entries', value: both(a.value, b.value, all) }
  return a.kind === b.kind && a.kind !== 'either' ? a : either(a, b, all)
}

/** The part of an element that holds a plain value where there are parts else. */
export const plainPart = 'value'

function either(a: Shape, b: Shape, all: boolean): Shape {
  const plain = [a, b].flatMap((shape) => (shape.kind === 'either' ? [shape.plain] : isPlain(shape) ? [shape] : []))
  const parts = [a, b].flatMap((shape) => (shape.kind === 'either' || shape.kind === 'parts' ? [shape.parts] : []))
  const [one, other] = plain
  const [first, second] = parts
  const isClear = [a, b].every((shape) => isPlain(shape) || shape.kind === 'either' || shape.kind === 'parts')
  if (!isClear || !one || !first || parts.flat().some(({ name }) => name === plainPart)) return { kind: 'any' }
  return {
    kind: 'either',
    plain: other ? both(one, other, all) : one,
    parts: second ? joinParts(first, second, all) : first,
  }
}

const isPlain = ({ kind }: Shape): boolean =>
  kind === 'text' || kind === 'number' || kind === 'integer' || kind === 'boolean'

function joinParts(a: readonly Part[], b: readonly Part[], all: boolean): readonly Part[] {
  const inA = new Map(a.map((part) => [part.name, part]))
  const inB = new Map(b.map((part) => [part.name, part]))
  return [...new Set([...inA.keys(), ...inB.keys()])].flatMap((name): readonly Part[] => {
    const [one, other] = [inA.get(name), inB.get(name)]
    if (one && other) {
      const optional = all ? one.optional && other.optional : one.optional || other.optional
      return [{ ...one, shape: both(one.shape, other.shape, all), optional }]
    }
    const only = one ?? other
    return only ? [{ ...only, optional: all ? only.optional : true }] : []
  })
}

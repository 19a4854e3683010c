import { isIsoDate } from './calendar-date.ts'
import type { Expression } from './expression.ts'
import type { ValueType } from './value.ts'

/** What a name in an expression stands for, or why it can't be asked for. */
export type Scope = (name: string) => ValueType | { readonly refused: string }

/** A part of an expression that has been read: its type, and the texts that it may be when it is constant. A text may be an option's id, a date or a time. */
export type Part = { readonly type: ValueType; readonly texts?: readonly string[] }

/** Where a part stands, and how a fault in it is said. */
export type Place = {
  readonly path: readonly (string | number)[]
  readonly scope: Scope
  readonly say: (fault: { readonly path: readonly (string | number)[]; readonly message: string }) => undefined
}

/** Reads an argument; undefined when something in it is wrong, which has then been said. */
export type Read = (expression: Expression, place: Place) => Part | undefined

export const inside = (place: Place, step: string | number): Place => ({ ...place, path: [...place.path, step] })

export const fault = (place: Place, message: string): undefined => place.say({ path: place.path, message })

/** Whether a part can stand where a value of this type is wanted. */
export function fits({ type, texts }: Part, wanted: ValueType): boolean {
  if (texts !== undefined) return texts.every((text) => textFits(text, wanted))
  if (type.kind === 'choice' && wanted.kind === 'choice') return type.values.every((id) => wanted.values.includes(id))
  return type.kind === wanted.kind || (type.kind === 'choice' && wanted.kind === 'text')
}

function textFits(text: string, wanted: ValueType): boolean {
  switch (wanted.kind) {
    case 'choice':
    case 'choices':
      return wanted.values.includes(text)
    case 'date':
      return isIsoDate(text)
    case 'time':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
    default:
      return wanted.kind === 'text'
  }
}

/** How a part or a type is called in a fault. */
export const inWords = ({ type, texts }: Part): string =>
  texts?.map((text) => `"${text}"`).join(' or ') ?? ('values' in type ? `one of ${type.values.join(', ')}` : type.kind)

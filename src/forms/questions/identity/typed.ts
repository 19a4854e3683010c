import { z } from 'zod'
import { type PostedForm, postedText } from '../../posted-form.ts'
import { emptyDate, postedDate, TypedDate } from '../date/typed-date.ts'

/** Who somebody is, as it was typed: a number, or a tick that there is none and the day of birth below it. */
export const TypedIdentity = z.object({ number: z.string(), none: z.enum(['', 'yes']), birth: TypedDate }).readonly()

export type TypedIdentity = z.infer<typeof TypedIdentity>

export const emptyIdentity: TypedIdentity = { number: '', none: '', birth: emptyDate }

/** The names of the fields below the question's own; the number is posted under that. */
export const noneField = (name: string): string => `${name}.none`
export const birthField = (name: string): string => `${name}.birth`

export const postedIdentity = (posted: PostedForm, name: string): TypedIdentity => ({
  number: postedText(posted, name),
  none: postedText(posted, noneField(name)) === 'yes' ? 'yes' : '',
  birth: postedDate(posted, birthField(name)),
})

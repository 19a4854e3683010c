import { expect, it } from 'vitest'
import { fillForm, valueIn } from '../../filled.ts'
import { factsNeeded } from '../../prefill.ts'
import { formOf } from '../../testing/forms.ts'
import { validateForm } from '../../validation.ts'
import { emptyIdentity } from './typed.ts'

const today = '2027-03-31'
const form = formOf([{ id: 'vem', type: 'identity', label: { sv: 'Vem?' }, minAge: 18 }])
const filled = (typed: object) => fillForm(form, { vem: { ...emptyIdentity, ...typed } }, { today })
const isOldEnough = (number: string) => validateForm(filled({ number })).ok

it('shuts out nobody whose month or day of birth is not known to be too late', () => {
  // 00 and 60 stand for what is not known: 2009 may mean the first of January, or of June.
  expect(isOldEnough('200900602392')).toBe(true)
  expect(isOldEnough('200906602396')).toBe(true)
  expect(isOldEnough('201000602399')).toBe(false)
})

it('gives rules an age and whether there is a number, and no more', () => {
  const seen = (typed: object) => ['age', 'hasNumber'].map((part) => valueIn(filled(typed), { var: `vem.${part}` }))
  expect(seen({ number: '700178-2395' })).toEqual([57, true])
  expect(seen({ none: 'yes', birth: { day: '1', month: '4', year: '1980' } })).toEqual([46, false])
  expect(seen({ number: '197000602396' })).toEqual([null, true])
  expect(seen({ number: '1' })).toEqual([null, null])
  expect(valueIn(filled({ number: '700178-2395' }), { var: 'vem.number' })).toBeNull()
})

it('needs the own number in rows, too', () => {
  const rows = formOf([{ type: 'table', columns: [{ id: 'vem', type: 'identity', label: { sv: 'Vem?' } }] }])
  expect([...factsNeeded(rows)]).toEqual(['ownNumber'])
})

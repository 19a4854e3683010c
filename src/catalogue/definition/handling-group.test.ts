import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { fillForm } from '../../forms/filled.ts'
import { aDefinition } from '../testing/a-service.ts'
import { ServiceDefinition } from './definition.ts'
import { groupConditions, groupFor } from './handling-group.ts'

const faultsOf = (group: unknown): string => {
  const read = ServiceDefinition.safeParse(aDefinition({ group }))
  return read.success ? '' : z.prettifyError(read.error)
}

const byRule = {
  when: [
    { if: { '==': [{ var: 'namn' }, 'Skolan'] }, group: 'utbildning' },
    { if: { '<': [{ var: 'facts.age' }, 18] }, group: 'unga' },
    { if: { var: 'fler' }, group: 'gata-park' },
  ],
  otherwise: 'registrator',
}

describe('the staff group that handles a case', () => {
  const { form, group } = ServiceDefinition.parse(aDefinition({ group: byRule }))
  const chosen = (typed: Readonly<Record<string, string>>, age?: number) =>
    groupFor(group, fillForm(form, typed, { today: '2027-03-31', person: age === undefined ? {} : { age } }))

  it('is the first whose condition holds, else the one for all others', () => {
    expect(chosen({ namn: 'Skolan', fler: 'yes' }, 17)).toBe('utbildning')
    expect(chosen({ namn: 'Parken', fler: 'yes' }, 17)).toBe('unga')
    expect(chosen({ fler: 'yes' }, 18)).toBe('gata-park')
    expect(chosen({ fler: 'no' })).toBe('registrator')
    expect(chosen({})).toBe('registrator')
  })

  it('is always the same when the definition names one', () => {
    expect(groupFor('gata-park', fillForm(form, {}, { today: '2027-03-31' }))).toBe('gata-park')
    expect(groupConditions('gata-park')).toEqual([])
    expect(groupConditions(group)).toHaveLength(3)
  })
})

describe('refuses and names the place of', () => {
  it.each([
    ['a group that is none', 'Gata & park', 'group'],
    ['no conditions', { when: [], otherwise: 'registrator' }, 'group'],
    ['no group otherwise', { when: byRule.when }, 'group'],
    [
      'a condition on an unknown question',
      { when: [{ if: { answered: { var: 'vem' } }, group: 'x' }], otherwise: 'y' },
      'there is no question "vem"\n  → at group.when[0].if.answered[0].var',
    ],
    [
      'a condition that is none',
      { when: [byRule.when[0], { if: { var: 'namn' }, group: 'x' }], otherwise: 'y' },
      'gives text, not boolean\n  → at group.when[1].if',
    ],
  ])('%s', (_what, group, fault) => expect(faultsOf(group)).toContain(fault))

  it('nothing that is right', () => expect(faultsOf(byRule)).toBe(''))
})

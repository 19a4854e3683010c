import { describe, expect, it } from 'vitest'
import { FormDefinition } from '../../definition.ts'
import { writtenForm } from '../../testing/forms.ts'

const faultsOf = (settings: object) =>
  FormDefinition.safeParse(writtenForm([{ type: 'text', ...settings }])).error?.issues.map(({ path, message }) => [
    path.slice(4).join('.'),
    message,
  ])

const message = { sv: 'Skriv rätt' }

describe('the settings of a text', () => {
  it('name a pattern that is none', () =>
    expect(faultsOf({ pattern: { matches: '(a', message } })).toEqual([
      ['pattern.matches', expect.stringContaining('missing closing )')],
    ]))

  it('have either a format or a pattern', () =>
    expect(faultsOf({ format: 'email', pattern: { matches: 'a', message } })).toEqual([
      ['pattern', '"email" has its own pattern'],
    ]))

  it('never make identity numbers searchable', () => {
    expect(faultsOf({ format: 'identity-number', searchable: true })).toEqual([['searchable', expect.any(String)]])
    expect(faultsOf({ format: 'business-number', searchable: true })).toHaveLength(1)
    expect(faultsOf({ format: 'organisation-number', searchable: true })).toBeUndefined()
  })
})

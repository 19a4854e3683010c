import { describe, expect, it } from 'vitest'
import { textsFor } from '../../../platform/texts/texts.ts'
import { FormDefinition } from '../../definition.ts'
import type { Facts } from '../../facts.ts'
import { fillForm, valueIn } from '../../filled.ts'
import { findStep } from '../../navigation.ts'
import { factsNeeded } from '../../prefill.ts'
import { StepQuestions } from '../../step-questions.tsx'
import { summarise } from '../../summary.ts'
import { formOf, writtenForm } from '../../testing/forms.ts'
import { rendered } from '../../testing/rendered.tsx'
import { revealWrong, validateForm, validateStep } from '../../validation.ts'
import { emptyIdentity } from '../identity/typed.ts'

const facts: Facts = { today: '2027-03-31', ownNumber: '198001139297' }
const sv = textsFor('sv', 'Europe/Stockholm')

const question = {
  id: 'medsokande',
  type: 'parties',
  label: { sv: 'Medsökande' },
  rowName: { sv: 'medsökande', en: 'co-applicant' },
}
const form = formOf([question])

const party = (number: number, name: string, identity: object, email = '') => ({
  id: `r${number}`,
  values: { name, identity: { ...emptyIdentity, ...identity }, email },
})
const born = (year: string) => ({ none: 'yes', birth: { day: '1', month: '2', year } })
const bo = party(1, 'Bo Exempel', { number: '197001782395' })
const typed = (...rows: readonly ReturnType<typeof party>[]) => ({ medsokande: { rows, made: rows.length } })
const filled = (...rows: readonly ReturnType<typeof party>[]) => fillForm(form, typed(...rows), facts)
const keysIn = (...rows: readonly ReturnType<typeof party>[]) =>
  validateStep(filled(...rows), 'steg-1').map(({ key, row }) => [key, row?.number])
const faultsOf = (settings: object) =>
  FormDefinition.safeParse(writtenForm([{ ...question, ...settings }])).error?.issues.map(({ path }) => path.at(-1))

describe('other parties in a definition', () => {
  it('have a name for what they are, five at most unless it says otherwise, and no questions of their own', () => {
    expect(form.steps[0]?.questions[0]).toMatchObject({ max: 5 })
    expect(faultsOf({ rowName: undefined })).toEqual(['rowName'])
    expect(faultsOf({ questions: [] })).toHaveLength(1)
    expect(faultsOf({ searchable: true })).toEqual(['searchable'])
    expect(faultsOf({ min: 3, max: 2 })).toEqual(['max'])
    expect(faultsOf({ max: 21 })).toHaveLength(1)
  })

  it('need to know who fills in the form, and nothing of anybody else', () => {
    expect([...factsNeeded(form)]).toEqual(['ownNumber'])
  })

  it('are counted by rules, and their lower age can follow from an answer', () => {
    const asking = formOf(
      [
        { id: 'spel', type: 'yes-no' },
        { ...question, minAge: { if: [{ var: 'spel' }, 18, 15] } },
      ],
      [{ id: 'fler', type: 'text', when: { '>': [{ count: { var: 'medsokande' } }, 1] } }],
    )
    const young = typed(bo, party(2, 'Siv Test', born('2011')))
    const at = (spel: string) => fillForm(asking, { spel, ...young }, facts)
    expect(at('no').steps).toHaveLength(2)
    expect(validateStep(at('no'), 'steg-1')).toEqual([])
    expect(validateStep(at('yes'), 'steg-1').map(({ key }) => key)).toEqual(['forms.problem.more-rows'])
    expect(valueIn(at('yes'), { count: { var: 'medsokande' } })).toBe(2)
  })
})

describe('other parties that were typed', () => {
  it('may lack an e-mail address and a Swedish number', () => {
    expect(validateForm(filled(bo, party(2, ' Kari  Nordmann ', born('1980'))))).toEqual({
      ok: true,
      answers: {
        medsokande: [
          { name: 'Bo Exempel', identity: { number: '197001782395' } },
          { name: 'Kari Nordmann', identity: { birthDate: '1980-02-01' } },
        ],
      },
      asked: ['medsokande'],
    })
  })

  it('are nobody twice, however the number is written', () => {
    const again = party(2, 'Bosse', { number: '700178-2395' })
    expect(keysIn(bo, again)).toEqual([['forms.problem.same-party', 2]])
    expect(keysIn(bo, again, party(3, 'Bo', { number: '19700178 2395' }))).toHaveLength(2)
  })

  it('are the same on a day of birth only by name', () => {
    const [kari, twin] = [party(1, 'Kari', born('1980')), party(2, 'Ola', born('1980'))]
    expect(keysIn(kari, twin)).toEqual([])
    expect(keysIn(kari, twin, party(3, 'KARI', born('1980')))).toEqual([['forms.problem.same-party', 3]])
  })

  it('are never who fills in the form: the row is opened that says so', () => {
    const revealed = revealWrong(filled(bo, party(2, 'Jag', { number: '800113-9297' })), 'steg-1')
    expect(validateStep(revealed, 'steg-1').map(({ key, part }) => [key, part])).toEqual([
      ['forms.problem.oneself', 'r2-identity'],
    ])
    const visitor = fillForm(form, typed(party(1, 'Jag', { number: '800113-9297' })), { today: facts.today })
    expect(validateForm(visitor).ok).toBe(true)
  })

  it('are summed up as they were written, and nothing else', () => {
    const answers = { medsokande: [{ name: 'Bo', identity: { number: '197001782395' }, email: 'bo@prov.example' }] }
    const [group] = summarise(form, { answers, asked: ['medsokande'] }, sv)
    expect(group?.lines[0]?.value).toMatchObject({
      columns: ['Namn', 'Personnummer eller samordningsnummer', 'E-post'],
      rows: [{ name: 'Medsökande 1', cells: ['Bo', '19700178-2395', 'bo@prov.example'] }],
    })
  })

  it('keep their numbers out of addresses: they stand in boxes that are posted, and in words', () => {
    const step = findStep(filled(bo), 'steg-1')
    if (!step) throw new Error('The step is not visible')
    const open = { medsokande: { rows: [bo], made: 1, open: 'r1' } }
    const html = rendered(<StepQuestions step={step} typed={open} facts={facts} problems={[]} />)
    expect(html).toContain('value="197001782395"')
    expect(html).not.toMatch(/(href|action|id|for)="[^"]*197001782395/)
  })
})

import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { textsFor } from '../../platform/texts/texts.ts'
import { signatureText } from '../pages/views/signature-text.ts'
import { aDefinition, aPaperForm } from '../testing/a-service.ts'
import { CatalogueDefinition } from './definition.ts'
import { proveService } from './prove-service.ts'

const label = { sv: 'Vad gäller det?', en: 'What is it about?' }
const child = { id: 'barn', type: 'child', label, guardians: 'all' }
const others = { id: 'andra', type: 'parties', label, rowName: { sv: 'medsökande', en: 'co-applicant' } }
const theirs = { id: 'deras', type: 'yes-no', label, filledInBy: 'party' }
const guardians = { from: 'guardians', question: 'barn' }
const parties = { from: 'parties', question: 'andra', role: 'co-applicant' }
const own = { id: 'egen', type: 'text', label }

const service = (signing: unknown, questions: readonly object[] = [own, child, others], more: object = {}) =>
  aDefinition({
    keywords: { sv: ['prov'], en: ['test'] },
    ...(signing === undefined ? {} : { signing }),
    form: { steps: [{ id: 'steg', title: label, questions }] },
    ...more,
  })

function faultsOf(definition: unknown): string {
  const { error } = CatalogueDefinition.safeParse(definition)
  return error ? z.prettifyError(error) : ''
}

describe('who signs', () => {
  it('is the applicant alone, unless something else is said', () => {
    expect(CatalogueDefinition.parse(service({}))).toMatchObject({
      signing: { others: [], order: 'parallel', missing: 'all', supplements: 'applicant' },
    })
    expect(CatalogueDefinition.parse(service(undefined))).not.toHaveProperty('signing')
  })

  it('are others whom the form or the register names', () => {
    expect(faultsOf(service({ others: [guardians, parties], order: 'in-order', missing: 'may-send' }))).toBe('')
    expect(faultsOf(service({ others: [guardians] }, [own, child, theirs]))).toBe('')
  })

  it.each<readonly [string, unknown, string]>([
    [
      'a question that is not there',
      service({ others: [{ ...guardians, question: 'vem' }] }),
      'there is no question "vem"\n  → at signing.others[0].question',
    ],
    [
      'a question of another type',
      service({ others: [parties, { ...guardians, question: 'egen' }] }),
      '"egen" is no child question\n  → at signing.others[1].question',
    ],
    ['parties that are none', service({ others: [{ ...parties, question: 'barn' }] }), '"barn" is no parties question'],
    [
      'guardians who can not all be told',
      service({ others: [guardians] }, [{ ...child, guardians: 'one' }]),
      '"barn" must say guardians: all',
    ],
    [
      'the same question twice',
      service({ others: [parties, { ...parties, role: 'signatory' }] }),
      '"andra" is named twice\n  → at signing.others[1].question',
    ],
    [
      'a role that others do not have',
      service({ others: [{ ...parties, role: 'applicant' }] }),
      'signing.others[0].role',
    ],
    ['a setting that does not exist', service({ methods: ['bankid'] }), 'Unrecognized key: "methods"'],
    [
      'nobody logged in',
      service({}, [own], { login: 'optional', loginChoice: label }),
      'login must be required\n  → at signing',
    ],
    [
      'a question to others who are none',
      service({}, [own, theirs]),
      'name them in signing.others\n  → at form.steps[0].questions[1].filledInBy',
    ],
    ['the same where nobody signs', service(undefined, [own, theirs]), 'there is no other party to answer it'],
  ])('is not %s', (_what, definition, fault) => expect(faultsOf(definition)).toContain(fault))
})

it('check-service goes through what another party answers, too', () => {
  const asked = (when: object) =>
    proveService(service({ others: [guardians] }, [own, child, { ...theirs, when }])).findings.map(
      ({ code, path }) => `${path.join('.')} ${code}`,
    )
  expect(asked({ var: 'barn.otherGuardian' })).toEqual([])
  const tried = { ...theirs, id: 'mer', when: { '!': { answered: { var: 'facts.today' } } } }
  expect(proveService(service({ others: [guardians] }, [own, child, theirs, tried])).findings).toMatchObject([
    { code: 'question-never-shown', path: ['form', 'steps', 0, 'questions', 3] },
  ])
})

describe('the start page says, before one begins, that', () => {
  const said = (definition: unknown, language: 'sv' | 'en' = 'sv') =>
    signatureText(CatalogueDefinition.parse(definition), textsFor(language, 'Europe/Stockholm'))
  const { form, login, group, statuses, supplement, showCaseWorker, receipt, withoutEid, ...startPage } = aDefinition()
  const elsewhere = { ...startPage, kind: 'external', url: 'https://jobb.example/', system: 'Jobbsystemet' }

  it.each<readonly [string, unknown, string]>([
    ['nobody signs', service(undefined), 'Behövs inte'],
    ['nobody signs here', elsewhere, 'Behövs inte'],
    ['one signs by hand', aPaperForm(), 'För hand, på blanketten'],
    ['the applicant signs', service({}), 'Du skriver under med e-legitimation'],
    [
      'guardians sign',
      service({ others: [guardians] }),
      'Du och barnets andra vårdnadshavare skriver under med e-legitimation',
    ],
    [
      'co-applicants sign, and guardians',
      service({ others: [parties, guardians] }),
      'Du och den som söker tillsammans med dig och barnets andra vårdnadshavare skriver under med e-legitimation',
    ],
    [
      'two sign together',
      service({ others: [{ ...parties, role: 'signatory' }] }),
      'Du och den som företräder organisationen tillsammans med dig skriver under med e-legitimation',
    ],
  ])('%s', (_what, definition, text) => expect(said(definition)).toBe(text))

  it('the same in English', () => {
    expect(said(service({ others: [guardians] }), 'en')).toBe('You and the child’s other guardian sign with an e-ID')
  })
})

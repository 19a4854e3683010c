import { describe, expect, it } from 'vitest'
import { languages } from '../platform/texts/catalogue.ts'
import { textsFor } from '../platform/texts/texts.ts'
import { fillForm } from './filled.ts'
import { nextStep, reviewStep } from './navigation.ts'
import { readPosted, withoutUntouched } from './posted.ts'
import { problemLinks } from './problem-links.ts'
import { formOf } from './testing/forms.ts'
import { today } from './testing/samples.ts'
import { validateForm, validateStep } from './validation.ts'

const facts = { today }
const form = formOf(
  [
    { id: 'svar', type: 'yes-no', mandatory: true, label: { sv: 'Vill du ha svar?', en: 'Do you want an answer?' } },
    {
      id: 'nar',
      type: 'radio',
      mandatory: true,
      when: { var: 'svar' },
      options: [{ id: 'snart', label: { sv: 'Snart' } }],
    },
    { id: 'rubrik', type: 'text', maxLength: 5, when: { '==': [{ var: 'nar' }, 'snart'] } },
  ],
  [{ id: 'epost', type: 'text', format: 'email', mandatory: true, when: { var: 'svar' } }],
)

describe('validation', () => {
  it('names the steps with problems, the first first', () => {
    expect(validateForm(fillForm(form, { svar: 'yes', rubrik: 'för långt' }, facts))).toEqual({
      ok: false,
      steps: [
        { stepId: 'steg-1', problems: [{ questionId: 'nar', key: 'forms.missing.option' }] },
        { stepId: 'steg-2', problems: [{ questionId: 'epost', key: 'forms.missing.text' }] },
      ],
    })
  })

  it('counts a hidden question as missing for those that depend on it', () => {
    const typed = { svar: 'no', nar: 'snart', rubrik: 'alldeles för långt', epost: 'fel' }
    const filled = fillForm(form, typed, facts)
    expect(validateForm(filled)).toEqual({ ok: true, answers: { svar: false }, asked: ['svar'] })
    expect(validateStep(filled, 'steg-2')).toEqual([])
    expect(nextStep(filled, 'steg-1')).toBe(reviewStep)
  })

  it('says each problem in the words of its question, and where to go', () => {
    const problems = validateStep(fillForm(form, {}, facts), 'steg-1')
    const said = languages.map((language) => problemLinks(form, problems, textsFor(language, 'Europe/Stockholm')))
    expect(said).toEqual([
      [{ id: 'q-svar', problem: 'Välj ett svar på ”Vill du ha svar?”' }],
      [{ id: 'q-svar', problem: 'Choose an answer to “Do you want an answer?”' }],
    ])
  })
})

describe('readPosted', () => {
  const [step] = formOf([
    { id: 'ett', type: 'checkboxes', options: [{ id: 'a', label: { sv: 'A' } }] },
    { id: 'constructor', type: 'text' },
    { id: 'tre', type: 'text' },
  ]).steps

  it('tells an empty group from one that was not on the page, and takes no other fields', () => {
    if (!step) throw new Error('No step')
    expect(readPosted(step, { shown: ['ett', 'tre', 'fyra'], 'q.tre': ['x', 'y'], 'q.fyra': 'z' })).toEqual({
      ett: [],
      tre: 'y',
    })
    expect(readPosted(step, { shown: 'constructor' })).toEqual({ constructor: '' })
  })

  it('takes a question that was left alone for no answer, but one that was emptied for one', () => {
    if (!step) throw new Error('No step')
    const posted = readPosted(step, { shown: ['ett', 'constructor', 'tre'], 'q.tre': 'y' })
    expect(withoutUntouched(step, posted, {})).toEqual({ tre: 'y' })
    expect(withoutUntouched(step, posted, { ett: ['a'], constructor: 'x' })).toEqual(posted)
  })
})

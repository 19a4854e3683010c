import { describe, expect, it } from 'vitest'
import { fillForm } from '../../filled.ts'
import { questionAction } from '../../names.ts'
import { visibleQuestions } from '../../navigation.ts'
import { readPosted } from '../../posted.ts'
import { StepQuestions } from '../../step-questions.tsx'
import { formOf } from '../../testing/forms.ts'
import { rendered } from '../../testing/rendered.tsx'
import { validateStep } from '../../validation.ts'
import { placesToLookUp, withPlaces } from './places-to-look-up.ts'
import { positionInWords, readPosition } from './query.ts'
import type { PlacesAnswer, RegisteredPlace } from './registered-place.ts'

const facts = { today: '2027-03-31' }
const at = '2027-03-31T12:31:00.000Z'

const eken: RegisteredPlace = {
  id: 'eken-4',
  designation: 'EKEN 4',
  municipality: '2499',
  municipalityName: 'Exempelköping',
  latitude: 63.8341,
  longitude: 20.2524,
}
const gaddan: RegisteredPlace = {
  ...eken,
  id: 'gaddan-7',
  designation: 'GÄDDAN 7',
  municipality: '2498',
  municipalityName: 'Nordby',
}

const form = formOf(
  [
    { id: 'fastighet', type: 'property', mandatory: true },
    { id: 'plats', type: 'place' },
  ],
  [
    {
      id: 'fel-kommun',
      type: 'stop',
      text: { sv: 'Ansök där.' },
      when: { '!=': [{ var: 'fastighet.municipality' }, '2499'] },
    },
    { id: 'mer', type: 'text', when: { '==': [{ var: 'fastighet.found' }, false] } },
  ],
)
const [step] = fillForm(form, {}, facts).form.steps
if (!step) throw new Error('The form has no step')

/** What stands in the draft when this was written and the register answered so. */
function typedAs(search: string, answer: PlacesAnswer) {
  const typed = readPosted(step ?? { id: '', title: { sv: '' }, questions: [] }, {
    shown: 'fastighet',
    'q.fastighet.search': search,
  })
  return withPlaces(typed, new Map([['fastighet', { asked: search.toLowerCase(), at, answer }]]), step?.questions ?? [])
}

const found = (...places: RegisteredPlace[]): PlacesAnswer => ({ kind: 'found', places, more: false })

const shownAfter = (typed: ReturnType<typeof typedAs>) =>
  visibleQuestions(fillForm(form, typed, facts)).map(({ id }) => id)

describe('a search in the address register', () => {
  it('takes the only place that is named exactly so, and lets rules see where it lies', () => {
    expect(shownAfter(typedAs('Gäddan 7', found(gaddan)))).toContain('fel-kommun')
    expect(shownAfter(typedAs('EKEN 4', found(eken, gaddan)))).toEqual(['fastighet', 'plats'])
    expect(shownAfter(typedAs('Bäcken 1', { kind: 'not-found' }))).toEqual(['fastighet', 'plats', 'mer'])
  })

  it('never keeps anybody from going on when the register has failed or found nothing', () => {
    for (const kind of ['not-found', 'unavailable'] as const) {
      const typed = typedAs('Bäcken 1', { kind })
      expect(validateStep(fillForm(form, typed, facts), 'steg-1')).toEqual([])
      const html = rendered(<StepQuestions step={step} typed={typed} facts={facts} problems={[]} />)
      expect(html).toContain('inte kontrollerat')
    }
  })

  it('offers what was found, and counts an answer to other words no more', () => {
    const typed = typedAs('4', found(eken, gaddan))
    expect(validateStep(fillForm(form, typed, facts), 'steg-1')).toMatchObject([
      { questionId: 'fastighet', part: 'choice', key: 'forms.problem.choose-place' },
    ])
    const html = rendered(<StepQuestions step={step} typed={typed} facts={facts} problems={[]} />)
    expect(html).toContain('Exempelköping EKEN 4')
    expect(html).toContain(`value="${questionAction('fastighet', 'sok')}"`)

    const posted = { shown: 'fastighet', 'q.fastighet.search': '47', 'q.fastighet.chosen': 'eken-4' }
    const changed = readPosted(step, posted, typed)
    expect(shownAfter(changed)).toContain('mer')
  })

  it('believes no page that says what the register found', () => {
    const posted = {
      shown: 'fastighet',
      'q.fastighet.search': 'EKEN 4',
      'q.fastighet.chosen': 'eken-4',
      'q.fastighet.lookUp': JSON.stringify({ asked: 'eken 4', at, answer: found(eken) }),
    }
    expect(readPosted(step, posted)).toEqual({ fastighet: { search: 'EKEN 4', chosen: 'eken-4', lookUp: null } })
  })

  it('asks about what the register hasn’t answered, and again when it failed', () => {
    const asks = (typed: ReturnType<typeof typedAs>) => placesToLookUp(step.questions, typed).map(({ query }) => query)
    const posted = {
      shown: ['fastighet', 'plats'],
      'q.fastighet.search': ' EKEN  4',
      'q.plats.position': '63.8258, 20.263',
    }
    expect(asks(readPosted(step, posted))).toEqual([
      { kind: 'words', words: 'EKEN 4' },
      { kind: 'near', latitude: 63.8258, longitude: 20.263 },
    ])
    expect(asks(typedAs('EKEN 4', found(eken)))).toEqual([])
    expect(asks(typedAs('EKEN 4', { kind: 'unavailable' }))).toEqual([{ kind: 'words', words: 'EKEN 4' }])
    expect(asks(readPosted(step, { shown: ['fastighet', 'plats'] }))).toEqual([])
  })
})

describe('readPosition', () => {
  it.each([
    ['63.8258, 20.263', '63.82580, 20.26300'],
    ['63,8258; 20,263', '63.82580, 20.26300'],
    ['63,8258, 20,263', '63.82580, 20.26300'],
    ['63.8258,20.263', '63.82580, 20.26300'],
    ['-33.9 18.4', '-33.90000, 18.40000'],
    ['-0, 0', '0.00000, 0.00000'],
  ])('reads %s', (written, read) => {
    const position = readPosition(written)
    expect(position && positionInWords(position)).toBe(read)
  })

  it.each(['', 'här', '63.8258', '91, 20', '63, 181', '1 2 3', '63,8258,20,263'])('refuses %j', (written) => {
    expect(readPosition(written)).toBeUndefined()
  })
})

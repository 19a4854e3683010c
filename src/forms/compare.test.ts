import { describe, expect, it } from 'vitest'
import { textsFor } from '../platform/texts/texts.ts'
import type { Answers } from './answers.ts'
import { compareSummaries } from './compare.ts'
import { type Sent, summarise } from './summary.ts'
import { formOf } from './testing/forms.ts'

const sv = textsFor('sv', 'Europe/Stockholm')
const form = formOf(
  [
    { id: 'gaende', type: 'number', label: { sv: 'Hur långt kan du gå?' }, unit: { sv: 'meter' } },
    { id: 'hjalp', type: 'yes-no', label: { sv: 'Använder du hjälpmedel?' } },
    { id: 'vilket', type: 'text', label: { sv: 'Vilket?' }, when: { var: 'hjalp' } },
  ],
  [{ id: 'kontakt', type: 'contact', label: { sv: 'Kontaktuppgifter' } }],
)

/** As it was sent. */
const sent = (answers: Answers): Sent => ({
  answers,
  asked: ['gaende', 'hjalp', ...('vilket' in answers ? ['vilket'] : []), 'kontakt'],
})

const at = (when: string, email: string) => ({ name: 'Ada', email, fetched: { at: when, from: 'login' } })

const first = { gaende: 50, hjalp: true, vilket: 'Käpp', kontakt: at('2027-03-01T10:00:00Z', 'a@b.se') }

describe('compareSummaries', () => {
  const before = summarise(form, sent(first), sv)

  it('finds nothing between equal answers that were fetched at another time', () => {
    const later = { ...first, kontakt: at('2027-03-09T10:00:00Z', 'a@b.se') }
    expect(compareSummaries(before, summarise(form, sent(later), sv))).toEqual([])
  })

  it('tells what was changed, added and taken away, in the order of the form', () => {
    const after = summarise(form, sent({ gaende: 20, hjalp: false, kontakt: at('2027-03-01T10:00:00Z', 'c@d.se') }), sv)
    expect(compareSummaries(before, after)).toEqual([
      {
        questionId: 'gaende',
        label: 'Hur långt kan du gå?',
        before: { kind: 'text', text: '50 meter' },
        after: { kind: 'text', text: '20 meter' },
      },
      {
        questionId: 'hjalp',
        label: 'Använder du hjälpmedel?',
        before: { kind: 'text', text: 'Ja' },
        after: { kind: 'text', text: 'Nej' },
      },
      expect.objectContaining({ questionId: 'kontakt' }),
      { questionId: 'vilket', label: 'Vilket?', before: { kind: 'text', text: 'Käpp' }, after: { kind: 'nothing' } },
    ])
    expect(compareSummaries(after, before).map(({ questionId }) => questionId)).toEqual([
      'gaende',
      'hjalp',
      'vilket',
      'kontakt',
    ])
  })
})

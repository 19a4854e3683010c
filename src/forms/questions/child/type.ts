import { z } from 'zod'
import type { Texts } from '../../../platform/texts/texts.ts'
import { questionType } from '../../define-question-type.ts'
import { postedText } from '../../posted-form.ts'
import { answer, nothing, type SettingsFault, wrong } from '../../question-type.ts'
import type { SummaryValue } from '../../summary-value.ts'
import { answerOf, ChildAnswer } from './answer.ts'
import { ChildField, nobody } from './field.tsx'
import { offeredChild } from './offered.ts'
import { type ChildQuestion, childSettings } from './settings.ts'

/** One of the children whose guardian the person is, as the population register knows them. What is typed is the child's id. */
export const child = questionType({
  type: 'child',
  settings: childSettings,
  check: faults,
  needs: ['children', 'withoutNumber'],
  typed: z.string(),
  empty: '',
  answer: () => ChildAnswer,
  problems: [
    'forms.problem.child-unknown',
    'forms.problem.child-too-young',
    'forms.problem.child-too-old',
    'forms.problem.child-reason',
  ],
  missing: 'forms.missing.child',
  readPosted: (posted, name, _question, before) => {
    const chosen = postedText(posted, name)
    // A radio button can't be unchosen: nothing comes when the child that was chosen isn't on the page, as while the register is down.
    return chosen === nobody ? '' : chosen || before
  },
  parse: (typed, question, facts) => {
    if (typed === '') return nothing
    const offered = offeredChild(typed, question, facts)
    if (!offered) return wrong({ key: 'forms.problem.child-unknown' })
    return offered.outside ? wrong(offered.outside) : answer(answerOf(offered.child, question))
  },
  toTyped: ({ id }) => id,
  rule: {
    type: () => ({
      kind: 'parts',
      parts: {
        age: { kind: 'number' },
        birthDate: { kind: 'date' },
        otherGuardian: { kind: 'boolean' },
        sameAddress: { kind: 'boolean' },
        guardiansTogether: { kind: 'boolean' },
      },
    }),
    seen: (typed, question, facts) => {
      const offered = offeredChild(typed, question, facts)
      if (!offered || offered.outside) return null
      const { age, birthDate, otherGuardians, sameAddress, guardiansTogether = null } = offered.child
      const otherGuardian = otherGuardians ? otherGuardians.length > 0 : null
      return { age, birthDate, otherGuardian, sameAddress, guardiansTogether }
    },
  },
  ruled: { minAge: 'number', maxAge: 'number', bornFrom: 'date', bornTo: 'date' },
  Field: ChildField,
  summarise: (chosen, _question, texts) => inWords(chosen, texts),
  summariseTyped: (typed, question, { facts, texts }) => {
    if (typed === '') return { kind: 'nothing' }
    const offered = offeredChild(typed, question, facts)
    return offered ? inWords(offered.child, texts) : { kind: 'text', text: texts.t('forms.child.unknown') }
  },
})

const inWords = ({ name, birthDate }: Pick<ChildAnswer, 'name' | 'birthDate'>, { t, format }: Texts): SummaryValue => ({
  kind: 'text',
  text: t('forms.child.named', { name, date: format.date(birthDate) }),
})

function faults(question: ChildQuestion): readonly SettingsFault[] {
  const { minAge, maxAge, bornFrom, bornTo, searchable } = question
  return [
    ...(typeof minAge === 'number' && typeof maxAge === 'number' && minAge > maxAge
      ? [{ path: ['maxAge'], message: 'is below minAge' }]
      : []),
    ...(typeof bornFrom === 'string' && typeof bornTo === 'string' && bornFrom > bornTo
      ? [{ path: ['bornTo'], message: 'is before bornFrom' }]
      : []),
    ...(['tooYoung', 'tooOld'] as const).flatMap((setting) => unknownParts(setting, question[setting])),
    ...(searchable ? [{ path: ['searchable'], message: 'who somebody is can not be searched by' }] : []),
  ]
}

const unknownParts = (setting: string, text: ChildQuestion['tooOld']): readonly SettingsFault[] =>
  Object.entries(text ?? {}).flatMap(([language, words = '']) =>
    /[{}]/.test(words.replaceAll(/\{(name|age)\}/g, ''))
      ? [{ path: [setting, language], message: 'knows {name} and {age} only' }]
      : [],
  )

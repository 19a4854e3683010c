import { z } from 'zod'
import { questionType } from '../../define-question-type.ts'
import { cleanLine } from '../../plain-text.ts'
import { postedText } from '../../posted-form.ts'
import { answer, nothing, type SettingsFault, wrong } from '../../question-type.ts'
import { optionFaults } from '../options.ts'
import { mostShown, SearchableListField } from './field.tsx'
import { type ListQuestion, listedIn, nameOf, parentOf, search, swedishNameOf } from './listed.ts'
import { searchableListSettings } from './settings.ts'

const Typed = z.object({ search: z.string(), chosen: z.string() }).readonly()

/** One of many hundreds of options, found by its words; the answer is its id. */
export const searchableList = questionType({
  type: 'searchable-list',
  settings: searchableListSettings,
  check: faults,
  typed: Typed,
  empty: { search: '', chosen: '' },
  answer: (question) => z.enum(listedIn(question).map(({ id }) => id)),
  problems: ['forms.problem.no-match', 'forms.problem.choose-match', 'forms.problem.many-matches'],
  missing: 'forms.missing.option',
  readPosted: (posted, name) => ({
    search: postedText(posted, `${name}.search`),
    chosen: postedText(posted, `${name}.chosen`),
  }),
  parse: (typed, question) => {
    if (cleanLine(typed.search) === '') return nothing
    const { exact, found } = search(question, typed.search)
    if (exact) return answer(exact.id)
    if (found.some(({ id }) => id === typed.chosen)) return answer(typed.chosen)
    const count = found.length
    if (count === 0) return wrong({ key: 'forms.problem.no-match' })
    if (count > mostShown) return wrong({ key: 'forms.problem.many-matches', values: { count } })
    return wrong({ part: 'choice', key: 'forms.problem.choose-match' })
  },
  toTyped: asTyped,
  rule: {
    type: (question) => ({ kind: 'choice', values: listedIn(question).map(({ id }) => id) }),
    of: (id) => id,
    typed: (value, question) => asTyped(typeof value === 'string' ? value : '', question),
  },
  inRows: true,
  Field: SearchableListField,
  summarise: (id, question, texts) => {
    const listed = find(id, question)
    return { kind: 'text', text: listed ? nameOf(listed, texts) : id }
  },
})

const find = (id: string, question: ListQuestion) => listedIn(question).find((listed) => listed.id === id)

function asTyped(id: string, question: ListQuestion) {
  const listed = find(id, question)
  return { search: listed ? swedishNameOf(listed) : '', chosen: '' }
}

function faults(question: ListQuestion): readonly SettingsFault[] {
  const byId = new Map(question.options.map((option) => [option.id, option]))
  const names = new Map<string, string>()
  const twice = listedIn(question).filter((listed) => {
    const [name = ''] = listed.names
    const isTwice = names.has(name)
    names.set(name, listed.id)
    return isTwice
  })
  return [
    ...optionFaults(question),
    ...question.options.flatMap((option, index) => {
      const path = ['options', index, 'parent']
      if (option.parent !== undefined && !byId.has(option.parent))
        return [{ path, message: `"${option.parent}" is no option` }]
      const isCircle = listsItself(option.id, byId)
      return isCircle ? [{ path, message: 'stands under itself' }] : []
    }),
    ...twice.map(({ id, path }) => ({
      path: ['options', question.options.findIndex((option) => option.id === id), 'label'],
      message: `"${path.map(({ label }) => label.sv).join(' › ')}" is there twice`,
    })),
  ]
}

function listsItself(id: string, byId: ReadonlyMap<string, ListQuestion['options'][number]>): boolean {
  const seen = new Set<string>()
  const start = byId.get(id)
  for (let above = start && parentOf(start, byId); above && !seen.has(above.id); above = parentOf(above, byId)) {
    if (above.id === id) return true
    seen.add(above.id)
  }
  return false
}

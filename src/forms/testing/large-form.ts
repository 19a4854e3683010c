import type { Expression } from '../rules/expression.ts'

/** How large the form is. */
export const largeForm = { steps: 30, questions: 300, rules: 200, rows: 500 } as const

/** The repeated group, and the step that it stands in; the rules of all later steps may ask for its rows. */
export const largeGroup = { step: 'omrade-12', question: 'aktiviteter' } as const

const answer = (name: string): Expression => ({ var: name })
const rowsSum = (cell: string): Expression => ({ sum: [answer(largeGroup.question), cell] })
const words = (sv: string) => ({ sv, en: sv })
const options = (...names: readonly string[]) =>
  names.map((name) => ({ id: name.toLowerCase(), label: words(`${name} i verksamheten`) }))

const group = {
  id: largeGroup.question,
  type: 'repeated-group',
  label: words('Vilka aktiviteter har ni haft?'),
  rowName: words('aktivitet'),
  max: { if: [answer('finns-1'), largeForm.rows, 1] },
  title: 'namn',
  sums: ['deltagare', 'kostnad'],
  questions: [
    { id: 'namn', type: 'text', label: words('Vad hette aktiviteten?'), mandatory: true },
    { id: 'dag', type: 'date', label: words('När var den?'), max: { 'plus-months': [answer('facts.today'), 24] } },
    { id: 'deltagare', type: 'number', label: words('Hur många deltog?'), min: 3, mandatory: answer('finns-1') },
    { id: 'kostnad', type: 'amount', label: words('Vad kostade den?') },
    { id: 'sort', type: 'drop-down', label: words('Vilken sort?'), options: options('Match', 'Cup', 'Kurs') },
    { id: 'ledare', type: 'text', label: words('Vem ledde den?'), maxLength: 100 },
  ],
}

/** Conditions about the rows: a sum, a count, some row, all rows. */
const aboutRows: readonly Expression[] = [
  { '>=': [rowsSum('deltagare'), 3] },
  { '>': [{ count: answer(largeGroup.question) }, 0] },
  { some: [answer(largeGroup.question), { '>=': [answer('deltagare'), 7] }] },
  { none: [answer(largeGroup.question), { '<': [answer('kostnad'), 0] }] },
]

/** A condition about this step and those before; after the group every other one asks for its rows. */
function condition(step: number): Expression {
  const isAfter = step > 12
  if (isAfter && step % 2 === 0) return aboutRows[(step / 2) % aboutRows.length] ?? true
  return { or: [{ '!=': [answer(`sort-${step}`), 'hyra'] }, { '>=': [answer('facts.age'), 18] }] }
}

/** The ten questions of a step, with six rules: two of `when`, two of `mandatory`, a limit and a calculated value. */
const questionsOf = (step: number) => [
  { id: `finns-${step}`, type: 'yes-no', label: words('Har ni sådan verksamhet?'), mandatory: true },
  {
    id: `sort-${step}`,
    type: step % 2 === 0 ? 'radio' : 'drop-down',
    label: words('Vad slags verksamhet är det mest?'),
    help: words('Välj det som ni lägger mest tid på.'),
    options: options('Lokal', 'Hyra', 'Resor', 'Annat'),
    mandatory: answer(`finns-${step}`),
  },
  {
    id: `antal-${step}`,
    type: 'number',
    label: words('Hur många deltar?'),
    min: 0,
    max: 5000,
    unit: words('personer'),
  },
  { id: `start-${step}`, type: 'date', label: words('När börjar den?') },
  { id: `slut-${step}`, type: 'date', label: words('När slutar den?'), min: answer(`start-${step}`) },
  {
    id: `mer-${step}`,
    type: 'long-text',
    label: words('Beskriv verksamheten'),
    why: words('Vi behöver det för att kunna bedöma ansökan.'),
    when: { and: [answer(`finns-${step}`), { '>': [answer(`antal-${step}`), 5] }] },
  },
  {
    id: `stod-${step}`,
    type: 'checkboxes',
    label: words('Vilket stöd behöver ni?'),
    options: options('Lokal', 'Ledare', 'Material', 'Annat'),
  },
  {
    id: `annat-${step}`,
    type: 'text',
    label: words('Vilket annat stöd?'),
    mandatory: { has: [answer(`stod-${step}`), 'annat'] },
    when: condition(step),
  },
  { id: `kostnad-${step}`, type: 'amount', label: words('Vad kostar den?'), ore: true },
  {
    id: `summa-${step}`,
    type: 'calculated',
    label: words('Högsta bidrag'),
    gives: 'amount',
    value: { '+': [{ '*': [answer(`kostnad-${step}`), 7] }, step > 12 ? rowsSum('kostnad') : answer(`antal-${step}`)] },
  },
]

/** Rules that only some steps have: a limit and a default that ask for the step before. */
const withMore = (questions: ReturnType<typeof questionsOf>, step: number) =>
  questions.map((question) => {
    if (step % 5 === 0 && question.id === `antal-${step}`) return { ...question, default: answer(`antal-${step - 1}`) }
    if (step % 5 === 1 && step > 1 && question.id === `kostnad-${step}`)
      return { ...question, max: { '+': [answer(`kostnad-${step - 1}`), rowsOrCount(step)] } }
    return question.id === 'mer-12' ? group : question
  })

const rowsOrCount = (step: number): Expression => (step > 12 ? rowsSum('kostnad') : 1_000_000)

/**
 * A form as large as any known, as its author writes it: many types, rules of every kind, on steps, questions and rows, and a group of
 * hundreds of rows that the rules of later steps add up. It can be filled in with 7 wherever a number is asked for.
 */
export const writtenLargeForm = {
  steps: Array.from({ length: largeForm.steps }, (_, index) => {
    const step = index + 1
    return {
      id: `omrade-${step}`,
      title: words(`Område ${step}`),
      intro: words('Svara för det senaste verksamhetsåret.'),
      ...(step % 4 === 3 ? { when: { '!=': [answer(`sort-${step - 1}`), 'resor'] } } : {}),
      questions: withMore(questionsOf(step), step),
    }
  }),
}

/** What the large form begins with; asks for the same facts as it. */
const [first, second, third] = questionsOf(1)
const small = [{ ...first, mandatory: { '>=': [answer('facts.age'), 18] } }, second]

/** A form of three questions. */
export const writtenSmallForm = { steps: [{ id: 'fragor', title: words('Frågor'), questions: [...small, third] }] }

/** A form of three questions, of which one is the large one's group. */
export const writtenSmallGroup = { steps: [{ id: 'fragor', title: words('Frågor'), questions: [...small, group] }] }

/** What somebody has typed in all of it, with so many rows. */
export const typedLargeForm = (rows: number = largeForm.rows) => ({
  ...Object.fromEntries(
    writtenLargeForm.steps.flatMap(({ questions }) => questions.map(({ id, type }) => [id, typedOf(type)])),
  ),
  [largeGroup.question]: {
    rows: Array.from({ length: rows }, (_, index) => ({ id: `r${index + 1}`, values: typedRow(index + 1) })),
    made: rows,
  },
})

const day = { day: '1', month: '2', year: '2027' }

const typedRow = (number: number) => ({
  namn: `Träning nummer ${number}`,
  dag: day,
  deltagare: '7',
  kostnad: '70',
  sort: 'match',
  ledare: 'Ada Exempel',
})

function typedOf(type: string) {
  if (type === 'yes-no') return 'yes'
  if (type === 'radio' || type === 'drop-down') return 'lokal'
  if (type === 'checkboxes') return ['lokal', 'ledare']
  if (type === 'date') return day
  if (type === 'number' || type === 'amount') return '7'
  return type === 'calculated' ? null : 'Ett svar'
}

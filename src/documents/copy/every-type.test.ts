import { expect, test } from 'vitest'
import { ServiceDefinition } from '../../catalogue/public.ts'
import { aDefinition } from '../../catalogue/testing/a-service.ts'
import type { Json } from '../../forms/json.ts'
import { questionTypes } from '../../forms/questions/registry.ts'
import { summarise } from '../../forms/summary.ts'
import type { SummaryValue } from '../../forms/summary-value.ts'
import { samples } from '../../forms/testing/samples.ts'
import { textsFor } from '../../platform/texts/texts.ts'
import { lettersIn } from '../testing/pdf-text.ts'
import { aSubmitted } from '../testing/permit.ts'
import { setCopy } from './set-copy.ts'

const letterhead = { municipality: 'Exempelköping', colour: '#0b5c4a' }
const timeZone = 'Europe/Stockholm'

/** One question for each sample of each type, and its first right answer. */
const asked = questionTypes
  .filter(({ asks }) => asks)
  .flatMap(({ type }) =>
    (samples[type] ?? []).flatMap(({ settings, right }, index) =>
      right.slice(0, 1).map(({ answer }) => {
        const id = `${type}-${index + 1}`
        return { question: { id, type, label: { sv: `Fråga ${id}` }, ...settings }, id, answer }
      }),
    ),
  )

const form = { steps: [{ id: 'allt', title: { sv: 'Allt' }, questions: asked.map(({ question }) => question) }] }
const service = {
  ...aSubmitted().service,
  definition: ServiceDefinition.parse(aDefinition({ shortName: 'alla-typer', form })),
}
const answers: Readonly<Record<string, Json>> = Object.fromEntries(asked.map(({ id, answer }) => [id, answer]))
const submitted = { ...aSubmitted(), service, answers, asked: asked.map(({ id }) => id) }

/** The words of an answer, each on its own: what the letters between them look like is the template's affair. */
function wordsOf(value: SummaryValue): readonly string[] {
  switch (value.kind) {
    case 'nothing':
      return []
    case 'text':
      return [value.text]
    case 'paragraphs':
      return value.paragraphs
    case 'list':
      return value.items
    case 'pairs':
      return value.pairs.flatMap(({ label, value: words }) => [label, words])
    case 'files':
      return value.files.map(({ name }) => name)
    case 'rows':
      return [...value.columns, ...value.rows.flatMap(({ cells }) => cells), ...value.sums.map(({ value: sum }) => sum)]
  }
}

/** As `lettersIn` gives them; an emoji is printed by its number. */
const squeezed = (text: string) => text.replace(/\s/g, '').replace(/\p{Extended_Pictographic}.*$/u, '')

test('a copy shows the answer of every type of question', async () => {
  const letters = lettersIn(await setCopy(submitted, letterhead, { timeZone }))
  const lines = summarise(service.definition.form, submitted, textsFor('sv', timeZone)).flatMap((group) => group.lines)
  expect(lines).toHaveLength(asked.length)
  for (const { label, value } of lines) {
    const missing = [label, ...wordsOf(value)].filter((words) => !letters.includes(squeezed(words)))
    expect({ label, missing }).toEqual({ label, missing: [] })
  }
})

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { ExtraService } from '../../tests/support/installation/stage.ts'

const samples = join(import.meta.dirname, '../../content/exempelkoping/services')

/** Short names of the e-services that are measured. */
export const measured = { form: 'matning-formular', quick: 'matning-kort' } as const

const words = (sv: string) => ({ sv, en: sv })
const options = Array.from({ length: 5 }, (_, n) => ({
  id: `val-${n + 1}`,
  label: words(`Alternativ nummer ${n + 1}`),
}))

/** The kinds of questions of an ordinary step, five of each five: text, a choice, yes or no, a number or date, and a longer text. */
const kinds = [
  { type: 'text' },
  { type: 'radio', options },
  { type: 'yes-no' },
  { type: 'drop-down', options },
  { type: 'long-text', maxLength: 1000 },
] as const

const questions = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    id: `fraga-${n + 1}`,
    label: words(`Fråga nummer ${n + 1}: vad vill du svara?`),
    help: words('Svara så noga du kan. Det är ett prov.'),
    ...(kinds[n % kinds.length] ?? kinds[0]),
  }))

/** Two e-services made of real ones: a form of 25 questions in one step for those logged in, and one of a single question for everybody. */
export const measuredServices = async (): Promise<readonly ExtraService[]> => [
  await serviceLike('parkeringstillstand', measured.form, 25),
  await serviceLike('felanmalan', measured.quick, 1),
]

async function serviceLike(sample: string, shortName: string, count: number): Promise<ExtraService> {
  const text = await readFile(join(samples, `${sample}.json`), 'utf8')
  const form = { steps: [{ id: 'fragor', title: words('Frågor'), questions: questions(count) }] }
  const title = words(`Mätning med ${count} frågor`)
  const definition = { ...z.record(z.string(), z.unknown()).parse(JSON.parse(text)), shortName, title, form }
  return { municipality: 'exempelkoping', definition }
}

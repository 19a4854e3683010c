import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writtenLargeForm, writtenSmallForm, writtenSmallGroup } from '../../src/forms/testing/large-form.ts'
import type { ExtraService } from '../../tests/support/installation/stage.ts'

const samples = join(import.meta.dirname, '../../content/exempelkoping/services')

/** Short names of the e-services that are measured. */
export const measured = {
  form: 'matning-formular',
  quick: 'matning-kort',
  large: 'matning-stort',
  small: 'matning-litet',
  group: 'matning-grupp',
} as const

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

/**
 * E-services made of real ones: for those logged in a form of 25 questions in one step, one as large as any and two of three questions;
 * and for everybody one of a single question.
 */
export const measuredServices = async (): Promise<readonly ExtraService[]> => [
  await serviceLike('parkeringstillstand', measured.form, oneStep(25)),
  await serviceLike('felanmalan', measured.quick, oneStep(1)),
  await serviceLike('parkeringstillstand', measured.large, writtenLargeForm),
  await serviceLike('parkeringstillstand', measured.small, writtenSmallForm),
  await serviceLike('parkeringstillstand', measured.group, writtenSmallGroup),
]

const oneStep = (count: number) => ({ steps: [{ id: 'fragor', title: words('Frågor'), questions: questions(count) }] })

async function serviceLike(sample: string, shortName: string, form: object): Promise<ExtraService> {
  const text = await readFile(join(samples, `${sample}.json`), 'utf8')
  const title = words(`Mätning: ${shortName}`)
  // Measured is what the server does to take it, not what an e-ID does.
  const { signing: _signing, ...written } = z.record(z.string(), z.unknown()).parse(JSON.parse(text))
  return { municipality: 'exempelkoping', definition: { ...written, shortName, title, form } }
}

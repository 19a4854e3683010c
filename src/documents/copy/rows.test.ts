import { expect, test } from 'vitest'
import { type Service, ServiceDefinition } from '../../catalogue/public.ts'
import { aDefinition } from '../../catalogue/testing/a-service.ts'
import { lettersIn, structureOf } from '../testing/pdf-text.ts'
import { aSubmitted } from '../testing/permit.ts'
import { setCopy } from './set-copy.ts'

const letterhead = { municipality: 'Exempelköping', colour: '#0b5c4a' }
const timeZone = 'Europe/Stockholm'
const squeezed = (text: string) => text.replace(/\s/g, '')
const columns = ['namn', 'plats', 'ledare', 'flickor', 'pojkar', 'kommentar']

/** A service with a question in rows, of so many columns, between two others. */
function withRows(service: Service, count: number): Service {
  const text = (id: string) => ({ id, type: 'text', label: { sv: `Fråga ${id}` } })
  const rows = {
    id: 'aktiviteter',
    type: 'repeated-group',
    label: { sv: 'Aktiviteter' },
    rowName: { sv: 'aktivitet' },
    sums: ['flickor'],
    questions: columns.slice(0, count).map((id) => ({ ...text(id), type: id === 'flickor' ? 'number' : 'text' })),
  }
  const steps = [{ id: 'allt', title: { sv: 'Allt' }, questions: [text('fore'), rows, text('efter')] }]
  return { ...service, definition: ServiceDefinition.parse(aDefinition({ shortName: 'bidrag', form: { steps } })) }
}

const sentRows = (columnCount: number, rowCount: number) => {
  const row = (index: number) => ({
    namn: `Fotbollsträningslägerverksamhet ${index + 1}`,
    plats: index === 0 ? '#panic("x") *fet* [' : 'Idrottsplatsen',
    flickor: 12,
    ...(columnCount > 5 ? { kommentar: 'Vi gick ut.' } : {}),
  })
  const answers = { fore: 'A', aktiviteter: Array.from({ length: rowCount }, (_, index) => row(index)), efter: 'B' }
  const submitted = aSubmitted()
  return { ...submitted, answers, asked: Object.keys(answers), service: withRows(submitted.service, columnCount) }
}

test.each([4, 6])(
  'shows an answer in rows of %i columns, hostile words as they were written, sums below',
  async (count) => {
    const pdf = await setCopy(sentRows(count, 3), letterhead, { timeZone, standard: 'ua-1' })
    const letters = lettersIn(pdf)
    for (const words of [
      'Aktiviteter (3 rader)',
      'Aktivitet 3',
      'Fotbollsträningslägerverksamhet 2',
      '#panic("x") *fet* [',
      'Summa fråga flickor: 36',
      'Fråga efter',
    ]) {
      expect(letters).toContain(squeezed(words))
    }
    expect(structureOf(pdf)).toContain('/S /Table')
  },
)

test('holds 500 rows', async () => {
  const letters = lettersIn(await setCopy(sentRows(4, 500), letterhead, { timeZone }))
  expect(letters.split(squeezed('Fotbollsträningslägerverksamhet')).length - 1).toBe(500)
  expect(letters).toContain(squeezed('Summa fråga flickor: 6 000'))
})

import { describe, expect, it } from 'vitest'
import type { SummaryRows } from './summary-value.ts'
import { SummaryValueView } from './summary-value-view.tsx'
import { rendered } from './testing/rendered.tsx'

const rowsOf = (columns: readonly string[], count: number): SummaryRows => ({
  kind: 'rows',
  columns,
  rows: Array.from({ length: count }, (_, index) => ({
    name: `Aktivitet ${index + 1}`,
    cells: columns.map((_, column) => (column === 1 ? '' : `${index + 1}:${column + 1}`)),
  })),
  count: `${count} rader`,
  sums: [{ label: 'Summa antal', value: '7' }],
})

const page = (value: SummaryRows) => rendered(<SummaryValueView value={value} fileHref={() => undefined} />)

const many = ['Namn', 'Plats', 'Öppet?', 'Ledare', 'Antal']

describe('an answer in rows', () => {
  it('of few columns is a table', () => {
    const html = page(rowsOf(many.slice(0, 4), 2))
    expect(html).toContain('<table')
    expect(html).toContain('2:4')
    expect(html).toContain('<dt>Summa antal</dt><dd>7</dd>')
  })

  it('of many columns is a card for each row, without what nobody has answered', () => {
    const html = page(rowsOf(many, 20))
    expect(html).not.toContain('<table')
    expect(html).toContain('<p class="row-card-title">Aktivitet 20</p>')
    expect(html).toContain('<dt>Antal</dt><dd>20:5</dd>')
    expect(html).not.toContain('<dt>Plats</dt>')
  })

  it('of hundreds is folded, a line for each, in which a question needs no colon', () => {
    const html = page(rowsOf(many, 21))
    expect(html).toContain('<details><summary>21 rader</summary>')
    expect(html).toContain('Namn: 21:1 · Öppet? 21:3 · Ledare: 21:4 · Antal: 21:5')
  })
})

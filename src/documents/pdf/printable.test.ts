import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printableJson } from './printable.ts'
import { typesetter } from './typesetter.ts'

const { printable, pdf } = typesetter()
const template = `#set document(title: "Prov")
#set text(lang: "sv", font: "Source Sans 3", fallback: false)
#for line in json(bytes(sys.inputs.copy)) { par(text(weight: "semibold", line)); par(line) }`
const set = (lines: readonly string[]) =>
  pdf({
    template,
    inputs: { copy: printableJson(lines, printable).json },
    createdAt: new Date('2027-03-03T13:30:00Z'),
    standard: 'a-2a',
  })

test('leaves ordinary text alone', () => {
  const text = 'Åsa Öberg-Ñuñez, 50 % – "så här" … ½ € №\nnästa rad'
  expect(printable(text)).toEqual({ text, numbered: false })
})

test('joins letter and accent, and ends all lines the same way', () => {
  expect(printable('a\u030a\r\nb\rc\u2028d\te\u00a0f')).toEqual({ text: 'å\nb\nc\nd e\u00a0f', numbered: false })
})

test('prints every character of the first planes that it says is printable', () => {
  const points = Array.from({ length: 0x20000 }, (_, point) => String.fromCodePoint(point))
  const lines = Array.from({ length: 0x200 }, (_, line) => points.slice(line * 0x100, line * 0x100 + 0x100).join(' '))
  const whole = lines.filter((line) => !/^(\[U\+[0-9A-F]+\] ?)*$/.test(printable(line).text))
  expect(whole.length).toBeGreaterThan(10)
  expect(set(whole).length).toBeGreaterThan(10_000)
})

test('makes a PDF of whatever is typed', () => {
  const anything = fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(anything, (lines) => {
      expect(set(lines).subarray(0, 5).toString()).toBe('%PDF-')
    }),
    { numRuns: 30 },
  )
})

test('tells nothing of a text that it fails with', () => {
  const secret = 'hemlig 中'
  const inputs = { copy: JSON.stringify([secret]) }
  let message = ''
  try {
    pdf({ template, inputs, createdAt: new Date(0), standard: 'a-2a' })
  } catch (error) {
    message = error instanceof Error ? `${error.message} ${JSON.stringify(error)} ${String(error.cause)}` : ''
  }
  expect(message).toContain('Typst could not make a PDF')
  expect(message).not.toMatch(/hemlig|中/)
})

import { expect, test } from 'vitest'
import { cleanFileName } from './file-name.ts'

test.each([
  ['läkarintyg.pdf', 'läkarintyg.pdf'],
  ['C:\\Users\\ada\\bild.jpg', 'bild.jpg'],
  ['../../etc/passwd', 'passwd'],
  ['a\u0000b\u202Egpj.exe\n', 'abgpj.exe'],
  ['', 'fil'],
  ['/', 'fil'],
])('%j is shown as %s', (name, shown) => {
  expect(cleanFileName(name)).toBe(shown)
})

test('a long name keeps its ending', () => {
  const name = cleanFileName(`${'å'.repeat(500)}.pdf`)
  expect([...name]).toHaveLength(200)
  expect(name.endsWith('å.pdf')).toBe(true)
})

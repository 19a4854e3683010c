import { expect, test } from 'vitest'
import { ownPath } from './wish.ts'

test.each(['/mina-sidor', '/utkast/1/steg?x=1', '/e-tjanster?q=bygg%20lov'])('%s is a path of our own', (path) => {
  expect(ownPath(path)).toBe(path)
})

test.each([
  undefined,
  '',
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/a\\..\\..',
  '/..//elsewhere.example',
  '/a/..//elsewhere.example',
  '/\t/elsewhere.example',
  '/%0d%0aSet-Cookie:x\r\n',
  'javascript:alert(1)',
  '/logga-ut',
  '/logga-in/svar?code=1',
  `/${'a'.repeat(600)}`,
])('%j is refused', (path) => {
  expect(ownPath(path)).toBeUndefined()
})

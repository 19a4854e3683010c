import { expect, test } from 'vitest'
import { CodedError } from '../errors.ts'
import { cookieNames } from './cookies.ts'
import { errorCodeOf } from './error-answer.ts'
import { isSameOrigin } from './same-origin.ts'

const own = 'https://exempelkoping.example'

test.each([
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{ 'sec-fetch-site': 'none' }, true],
  [{ 'sec-fetch-site': 'same-site' }, false],
  [{ 'sec-fetch-site': 'cross-site', origin: own }, false],
  [{ origin: own }, true],
  [{ origin: 'https://nordby.example' }, false],
  [{ origin: 'null' }, false],
  [{}, false],
])('a change asked for with %j comes from a page of ours: %s', (headers, expected) => {
  expect(isSameOrigin(headers, own)).toBe(expected)
})

test.each([
  [new CodedError('conflict'), 'conflict'],
  [Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 'unavailable'],
  [Object.assign(new Error('terminating connection'), { code: '57P01' }), 'unavailable'],
  [new Error('Connection terminated unexpectedly'), 'unavailable'],
  [Object.assign(new Error('duplicate key'), { code: '23505' }), 'internal'],
  [Object.assign(new Error('body'), { code: 'FST_ERR_CTP_BODY_TOO_LARGE', statusCode: 413 }), 'too-large'],
  [Object.assign(new Error('media'), { statusCode: 415 }), 'bad-request'],
  [Object.assign(new Error('limit'), { statusCode: 429 }), 'too-many-requests'],
  ['not an error', 'internal'],
])('%j is told as %s', (error, code) => {
  expect(errorCodeOf(error)).toBe(code)
})

test('instances on one machine do not share cookies, and no cookie can be set from another host', () => {
  const names = [...Object.values(cookieNames(3000)), ...Object.values(cookieNames(3002))]
  expect(new Set(names).size).toBe(names.length)
  expect(names.every((name) => name.startsWith('__Host-'))).toBe(true)
})

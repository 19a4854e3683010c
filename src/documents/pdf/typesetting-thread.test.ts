import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { lettersIn } from '../testing/pdf-text.ts'
import type { Order } from './typesetter.ts'
import { endTypesetting, typesetInThread } from './typesetting-thread.ts'

const template = `#set document(title: "Prov")
#set text(lang: "sv", font: "Source Sans 3", fallback: false)
#for line in json(bytes(sys.inputs.copy)) { par(line) }`
const order = (lines: readonly string[], changes: Partial<Order> = {}): Order => ({
  template,
  words: lines,
  mark: '',
  numberedNote: '',
  createdAt: new Date('2027-03-03T13:30:00Z'),
  standard: 'a-2a',
  ...changes,
})

test('leaves the event loop free while a document is set', async () => {
  // Once the thread has started: only the setting counts.
  await typesetInThread(order(['Hej']))
  let turns = 0
  let done = false
  const setting = typesetInThread(order(Array.from({ length: 500 }, (_, line) => `Rad ${line}`))).finally(() => {
    done = true
  })
  while (!done) {
    await setImmediate()
    turns += 1
  }
  expect(lettersIn(await setting)).toContain('Rad499')
  expect(turns).toBeGreaterThan(20)
})

test('sets all documents that are wanted at once', async () => {
  const lines = ['Ekvägen', 'Tallvägen', 'Granvägen']
  const pdfs = await Promise.all(lines.map(async (line) => await typesetInThread(order([line]))))
  expect(pdfs.map((pdf) => lettersIn(pdf))).toEqual(lines)
})

test('asks whoever comes when fifty wait to come again, and sets what waits', async () => {
  const { promise: full, resolve } = Promise.withResolvers<unknown>()
  const wanted = Array.from({ length: 60 }, async (_, line) => await typesetInThread(order([`${line}`])).catch(resolve))
  expect(await full).toMatchObject({ code: 'busy' })
  const pdfs = (await Promise.all(wanted)).filter((pdf) => Buffer.isBuffer(pdf))
  expect(pdfs.length).toBeGreaterThanOrEqual(50)
  expect(pdfs.length).toBeLessThan(60)
  expect(lettersIn(await typesetInThread(order(['Igen'])))).toBe('Igen')
})

test('fails with a code, tells nothing of the words, and goes on', async () => {
  const panics = typesetInThread(order(['hemlig'], { template: '#panic(sys.inputs.copy)' }))
  const next = typesetInThread(order(['Hej']))
  const error: unknown = await panics.catch((caught: unknown) => caught)
  expect(error).toMatchObject({ name: 'CodedError', code: 'internal', message: 'Typst could not make a PDF (a-2a)' })
  expect(error).toSatisfy(({ stack, cause }: Error) => !`${stack}${String(cause)}`.includes('hemlig'))
  expect(lettersIn(await next)).toBe('Hej')
})

test('gives up what is being set when it is ended, and starts again for the next', async () => {
  const given = typesetInThread(order(['Hej']))
  const outcome = given.catch((caught: unknown) => caught)
  await endTypesetting()
  expect(await outcome).toMatchObject({ code: 'internal' })
  expect(lettersIn(await typesetInThread(order(['Hej igen'])))).toBe('Hejigen')
})

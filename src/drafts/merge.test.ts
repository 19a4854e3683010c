import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TypedValues } from '../forms/answers.ts'
import { contentOf, type StoredAnswers, typedIn } from './content.ts'
import { isSame, type Merging, merge } from './merge.ts'

const questions = ['namn', 'fler', 'constructor', 'mer']
const typedValue = fc.oneof(
  fc.constantFrom('', 'a', 'b'),
  fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }),
  fc.record({ day: fc.constantFrom('', '1'), month: fc.constantFrom('', '2') }),
)
const typedValues: fc.Arbitrary<TypedValues> = fc.dictionary(fc.constantFrom(...questions), typedValue)
const stored: fc.Arbitrary<StoredAnswers> = fc.dictionary(
  fc.constantFrom(...questions),
  fc.record({ typed: typedValue, revision: fc.nat(9) }),
)
const merging: fc.Arbitrary<Merging> = fc.record({
  seen: fc.nat(9),
  posted: typedValues,
  next: fc.constant(10),
  undecided: fc.subarray(questions).map((ids) => new Set(ids)),
})

test('what was typed is saved, or named as a conflict', () => {
  fc.assert(
    fc.property(stored, merging, (before, input) => {
      const { answers, conflicts } = merge(before, input)
      for (const [id, typed] of Object.entries(input.posted)) {
        expect(isSame(answers[id]?.typed, typed)).toBe(!conflicts.includes(id))
      }
    }),
  )
})

test('what another window has saved since is never overwritten', () => {
  fc.assert(
    fc.property(stored, merging, (before, input) => {
      const { answers } = merge(before, input)
      for (const [id, answer] of Object.entries(before)) {
        if (answer.revision > input.seen) expect(answers[id]).toEqual(answer)
      }
    }),
  )
})

test('questions that were not on the page are left alone, and no other appears', () => {
  fc.assert(
    fc.property(stored, merging, (before, input) => {
      const { answers, conflicts } = merge(before, input)
      const saved = Object.keys(input.posted).filter((id) => Object.hasOwn(before, id) || !conflicts.includes(id))
      expect(new Set(Object.keys(answers))).toEqual(new Set([...Object.keys(before), ...saved]))
      for (const [id, answer] of Object.entries(before)) {
        if (!Object.hasOwn(input.posted, id)) expect(answers[id]).toEqual(answer)
      }
    }),
  )
})

test('an answer gets the new revision when it changed, and only then', () => {
  fc.assert(
    fc.property(stored, merging, (before, input) => {
      const { answers, changed } = merge(before, input)
      const news = Object.entries(answers).filter(([id, { typed }]) => !isSame(before[id]?.typed, typed))
      expect(changed).toBe(news.length > 0)
      for (const [id, answer] of Object.entries(answers)) {
        expect(answer.revision).toBe(news.some(([other]) => other === id) ? 10 : before[id]?.revision)
      }
    }),
  )
})

test('saving once more after having seen both values wins', () => {
  fc.assert(
    fc.property(stored, merging, (before, input) => {
      const first = merge(before, { ...input, undecided: new Set() })
      const again = merge(first.answers, { seen: 10, posted: input.posted, next: 11, undecided: new Set() })
      expect(again.conflicts).toEqual([])
      for (const [id, typed] of Object.entries(input.posted)) expect(isSame(again.answers[id]?.typed, typed)).toBe(true)
    }),
  )
})

test('an autosave leaves a conflict alone that the person has not decided on, even when it has the newest revision', () => {
  const before: StoredAnswers = { namn: { typed: 'theirs', revision: 3 } }
  const autosave = { seen: 9, posted: { namn: 'mine' }, next: 10, undecided: new Set(['namn']) }
  expect(merge(before, autosave)).toEqual({ answers: before, changed: false, conflicts: ['namn'] })
})

type Save = { readonly window: 'a' | 'b'; readonly question: string; readonly typed: string }

test('two windows that save in any order never lose what one of them typed without showing both', () => {
  const saves: fc.Arbitrary<readonly Save[]> = fc.array(
    fc.record({
      window: fc.constantFrom('a' as const, 'b' as const),
      question: fc.constantFrom('namn', 'fler'),
      typed: fc.constantFrom('x', 'y', 'z'),
    }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(saves, (all) => {
      let answers = contentOf({ typed: { namn: '', fler: '' } }).answers
      let revision = 0
      const fresh = { seen: 0, typed: typedIn(answers) }
      const windows = { a: fresh, b: fresh }
      for (const { window, question, typed } of all) {
        const page = windows[window]
        const posted = { ...page.typed, [question]: typed }
        const before = answers
        const merged = merge(before, { seen: page.seen, posted, next: revision + 1, undecided: new Set() })
        for (const [id, answer] of Object.entries(before)) {
          const overwritten = !isSame(merged.answers[id]?.typed, answer.typed)
          // Only what this window has been shown may give way to what is typed in it.
          if (overwritten) expect(answer.revision).toBeLessThanOrEqual(page.seen)
        }
        answers = merged.answers
        if (merged.changed) revision += 1
        windows[window] = { seen: revision, typed: posted }
      }
    }),
  )
})

import { describe, expect, test } from 'vitest'
import { Open, openFaults } from '../definition/open.ts'
import { type ClosedByHand, openingAt, remindersBefore } from './opening.ts'
import { unmetBy } from './requirements.ts'

const timeZone = 'Europe/Stockholm'

/** Whether a service is open at an instant, and until or from when, as ISO. */
function at(instant: string, written: unknown, closed?: ClosedByHand): string {
  const opening = openingAt({ open: Open.parse(written), closed, timeZone }, new Date(instant))
  const edge = opening.kind === 'open' ? opening.until : opening.opens
  return `${opening.kind} ${edge?.toISOString() ?? '-'}`
}

test('what says nothing is always open', () => {
  expect(at('2027-01-01T00:00:00Z', {})).toBe('open -')
  expect(openingAt({ open: undefined, closed: undefined, timeZone }, new Date(0)).kind).toBe('open')
})

describe('a period', () => {
  const spring = { periods: [{ from: '2027-02-01T08:00', to: '2027-02-25' }] }

  test.each([
    ['2027-02-01T06:59:59.999Z', 'closed 2027-02-01T07:00:00.000Z'],
    ['2027-02-01T07:00:00Z', 'open 2027-02-25T22:59:59.000Z'],
    ['2027-02-25T22:59:59.999Z', 'open 2027-02-25T22:59:59.000Z'],
    ['2027-02-25T23:00:00Z', 'closed -'],
  ])('at %s: %s', (instant, expected) => {
    expect(at(instant, spring)).toBe(expected)
  })

  test('to the second, its last one included', () => {
    const exact = { periods: [{ to: '2027-02-25T12:00:30' }] }
    expect(at('2027-02-25T11:00:30.999Z', exact)).toBe('open 2027-02-25T11:00:30.000Z')
    expect(at('2027-02-25T11:00:31Z', exact)).toBe('closed -')
  })

  test('without an end lasts; two that touch are one; of several the next is told', () => {
    expect(at('2027-02-02T00:00:00Z', { periods: [{ from: '2027-02-01' }] })).toBe('open -')
    const two = {
      periods: [
        { from: '2027-03-01', to: '2027-03-31' },
        { from: '2027-02-01', to: '2027-02-28' },
      ],
    }
    expect(at('2027-02-10T12:00:00Z', two)).toBe('open 2027-03-31T21:59:59.000Z')
    expect(at('2027-01-10T12:00:00Z', two)).toBe('closed 2027-01-31T23:00:00.000Z')
  })
})

describe('a season', () => {
  const winter = { seasons: [{ from: '01-01', to: '02-25T23:59:59' }] }
  const overNewYear = { seasons: [{ from: '11-01', to: '03-31' }] }

  test.each([
    [winter, '2027-02-25T22:59:59Z', 'open 2027-02-25T22:59:59.000Z'],
    [winter, '2027-02-25T23:00:00Z', 'closed 2027-12-31T23:00:00.000Z'],
    [winter, '2027-12-31T23:00:00Z', 'open 2028-02-25T22:59:59.000Z'],
    [overNewYear, '2027-12-24T12:00:00Z', 'open 2028-03-31T21:59:59.000Z'],
    [overNewYear, '2028-01-24T12:00:00Z', 'open 2028-03-31T21:59:59.000Z'],
    [overNewYear, '2027-06-24T12:00:00Z', 'closed 2027-10-31T23:00:00.000Z'],
  ])('%j at %s: %s', (open, instant, expected) => {
    expect(at(instant, open)).toBe(expected)
  })

  test('that ends on the 29th of February ends on the 28th in years that lack it', () => {
    const leap = { seasons: [{ from: '02-01', to: '02-29' }] }
    expect(at('2028-02-10T12:00:00Z', leap)).toBe('open 2028-02-29T22:59:59.000Z')
    expect(at('2027-02-10T12:00:00Z', leap)).toBe('open 2027-02-28T22:59:59.000Z')
  })
})

describe('when the clock is changed', () => {
  test('a closing an hour that exists twice is the later one', () => {
    const autumn = { periods: [{ to: '2027-10-31T02:30' }] }
    expect(at('2027-10-31T00:45:00Z', autumn)).toBe('open 2027-10-31T01:30:00.000Z')
    expect(at('2027-10-31T01:30:01Z', autumn)).toBe('closed -')
  })

  test('an opening in that hour is the earlier one', () => {
    const autumn = { periods: [{ from: '2027-10-31T02:30' }] }
    expect(at('2027-10-31T00:00:00Z', autumn)).toBe('closed 2027-10-31T00:30:00.000Z')
    expect(at('2027-10-31T00:30:00Z', autumn)).toBe('open -')
  })

  test('in an hour that does not exist nobody is shut out', () => {
    const spring = { periods: [{ from: '2027-03-01', to: '2027-03-28T02:30' }] }
    expect(at('2027-03-28T01:00:00Z', spring)).toBe('open 2027-03-28T01:30:00.000Z')
    expect(at('2027-03-28T01:30:01Z', spring)).toBe('closed -')
  })

  test('reminders come at the same time of day as the closing', () => {
    const until = new Date('2027-03-28T21:59:59Z')
    expect(remindersBefore(until, timeZone).map((when) => when.toISOString())).toEqual([
      '2027-03-21T22:59:59.000Z',
      '2027-03-27T22:59:59.000Z',
    ])
  })
})

describe('closed by hand', () => {
  const season = { seasons: [{ from: '01-01', to: '02-25' }] }

  test('goes before everything, until it ends', () => {
    expect(at('2027-02-01T12:00:00Z', season, { until: undefined })).toBe('closed -')
    const until = new Date('2027-02-10T07:00:00Z')
    expect(at('2027-02-01T12:00:00Z', season, { until })).toBe('closed 2027-02-10T07:00:00.000Z')
    expect(at('2027-02-10T07:00:00Z', season, { until })).toBe('open 2027-02-25T22:59:59.000Z')
  })

  test('that ends when the season is over opens with the next one', () => {
    const until = new Date('2027-06-10T07:00:00Z')
    expect(at('2027-02-01T12:00:00Z', season, { until })).toBe('closed 2027-12-31T23:00:00.000Z')
  })
})

test.each([
  [{ periods: [{}] }, /must say from or to/],
  [{ periods: [{ from: '2027-03-01', to: '2027-02-01' }] }, /ends before it begins/],
  [{ seasons: [{ from: '01-01', to: '12-31' }] }, /whole year/],
  [{ seasons: [{ from: '07-01', to: '06-30' }] }, /whole year/],
  [{ periods: [{ from: '2027-02-30' }] }, /no date/],
  [{ periods: [{ from: '1 juli' }] }, /must be a date/],
  [{ seasons: [{ from: '13-01', to: '12-31' }] }, /no date/],
])('refuses %j', (written, problem) => {
  const read = Open.safeParse(written)
  const words = read.success ? openFaults(read.data, 'required').map(({ message }) => message) : [read.error.message]
  expect(words.join()).toMatch(problem)
})

test('asks for age and residence of those alone who must log in', () => {
  const open = Open.parse({ minimumAge: 18, residence: 'here' })
  expect(openFaults(open, 'required')).toEqual([])
  expect(openFaults(open, 'optional')).toHaveLength(1)
})

test('shuts out those alone who are known not to fulfil what is asked', () => {
  const open = Open.parse({ minimumAge: 18, residence: 'here' })
  expect(unmetBy(open, { age: 17, livesHere: true })).toEqual({ kind: 'too-young', minimumAge: 18 })
  expect(unmetBy(open, { age: 18, livesHere: false })).toEqual({ kind: 'lives-elsewhere' })
  expect(unmetBy(open, { age: 18, livesHere: true })).toBeUndefined()
  expect(unmetBy(open, {})).toBeUndefined()
  expect(unmetBy(undefined, { age: 1 })).toBeUndefined()
})

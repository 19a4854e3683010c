import { expect, test } from 'vitest'
import { signingKinds } from '../model.ts'
import { composeSms } from './compose-sms.ts'
import { partsOf, toGsm7 } from './gsm7.ts'

const compose = (kind: (typeof signingKinds)[number], language: 'sv' | 'en') =>
  composeSms(
    { eventId: 'event', recipient: { kind: 'party', id: 'party' }, kind },
    // The longest name of a Swedish municipality.
    {
      to: '+46701234567',
      from: 'Kommunen',
      municipality: 'Örnsköldsviks kommun',
      language,
      timeZone: 'Europe/Stockholm',
    },
  ).text

test.each(signingKinds.flatMap((kind) => (['sv', 'en'] as const).map((language) => [kind, language] as const)))(
  '%s in %s is written in the letters that phones have, fits in two parts, and has no link',
  (kind, language) => {
    const text = compose(kind, language)
    expect(toGsm7(text).replaceAll("'", '’')).toBe(text)
    expect(partsOf(toGsm7(text))).toBeLessThanOrEqual(2)
    expect(text).not.toMatch(/https?:|www\.|[{}]|\//)
    expect(text).toContain('Örnsköldsviks kommun')
  },
)

test('who is asked to sign is told that something waits for their signature', () => {
  expect(compose('signing-invited', 'sv')).toBe(
    'En ansökan väntar på din underskrift hos Örnsköldsviks kommun. Logga in på Mina sidor via kommunens webbplats.',
  )
})

import { expect, test } from 'vitest'
import { type NoticeKind, signingKinds } from '../model.ts'
import type { Sender } from '../ports.ts'
import { composeMail, type Letter } from './compose-mail.ts'

const sender: Sender = {
  from: { name: 'Exempelköpings kommun', address: 'svara-inte@exempelkoping.example' },
  sms: undefined,
  municipality: 'Exempelköping',
  contactPhone: '0900-12 34 00',
  origin: 'https://exempelkoping.example',
}

const letter = (changes: Partial<Letter> = {}): Letter => ({
  eventId: 'event',
  recipient: { kind: 'person', id: 'ada' },
  kind: 'case-received',
  subjectId: 'case',
  data: { number: '2026-000123' },
  createdAt: new Date('2027-03-03T13:30:00Z'),
  ...changes,
})

const compose = (of: Letter, language: 'sv' | 'en' = 'sv') =>
  composeMail(of, { to: 'ada@example.com', sender, language, timeZone: 'Europe/Stockholm' })

test('the receipt tells number and time, and leads to the case on Mina sidor', () => {
  const mail = compose(letter())
  expect(mail.subject).toBe('Vi har tagit emot ditt ärende 2026-000123')
  expect(mail.text).toContain('Vi har nu mottagit ditt ärende! Det kom in 3 mars 2027 kl. 14.30')
  expect(mail.text).toContain('https://exempelkoping.example/mina-sidor/arenden/case\n')
  expect(mail.messageId).toBe('event.ada@exempelkoping.example')
})

test('who sent without login is led nowhere, and told why', () => {
  const mail = compose(letter({ recipient: { kind: 'case', id: 'case' } }))
  expect(mail.text).not.toContain('https://')
  expect(mail.text).toContain('Därför finns det inte på Mina sidor. Spara ärendenumret 2026-000123.')
})

test('staff are led to the case at their workplace, and are not offered to opt out', () => {
  const mail = compose(letter({ recipient: { kind: 'staff', id: 'hugo' }, kind: 'message-from-citizen' }))
  expect(mail.text).toContain('https://exempelkoping.example/handlaggning/arenden/case\n')
  expect(mail.text).not.toContain('/mina-sidor')
})

const soon = '2027-04-01T10:00:00.000Z'

const kinds: readonly NoticeKind[] = [
  'case-received',
  'case-supplemented',
  'draft-closing',
  'draft-expiring',
  'message-from-citizen',
  'message-from-staff',
  ...signingKinds,
  'status-changed',
  'supplement-requested',
]

test.each(kinds.flatMap((kind) => (['sv', 'en'] as const).map((language) => [kind, language] as const)))(
  '%s in %s has all its texts, and no argument left open',
  (kind, language) => {
    const mail = compose(letter({ kind, data: { number: '2026-000123', expiresAt: soon, closesAt: soon } }), language)
    expect(`${mail.subject}\n${mail.text}`).not.toMatch(/[{}]|undefined/)
    const told = kind.startsWith('signing-') ? '' : kind.startsWith('draft-') ? '2027' : '2026-000123'
    expect(mail.subject).toContain(told)
  },
)

const toSign: readonly NoticeKind[] = ['signing-invited', 'signing-reminder']

test.each(signingKinds)('%s leads a person to where they can do something', (kind) => {
  const { text } = compose(letter({ kind, subjectId: 'draft', data: { partyId: 'party' } }))
  const path = toSign.includes(kind)
    ? '/signera/draft'
    : ['signing-declined', 'signing-overdue'].includes(kind)
      ? '/utkast/draft/signering'
      : '/mina-sidor'
  expect(text).toContain(`https://exempelkoping.example${path}\n`)
})

test.each(signingKinds.slice(0, 4))('%s to who has never been here tells why they are written to', (kind) => {
  const recipient = { kind: 'party', id: 'party' } as const
  const { text } = compose(letter({ kind, recipient, subjectId: 'draft', data: { partyId: 'party' } }))
  expect(text).toContain('den som ansöker har uppgett din e-postadress')
  expect(text).not.toContain('Mina uppgifter')
  expect(text.includes('https://')).toBe(toSign.includes(kind))
})

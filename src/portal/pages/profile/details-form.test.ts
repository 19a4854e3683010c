import { expect, test } from 'vitest'
import { checkDetails, type PostedDetails } from './details-form.ts'

const typed: PostedDetails = {
  email: ' ada@example.com ',
  phone: '070-123 45 67',
  language: 'sv',
  notices: 'ja',
  sms: undefined,
  confirmed: undefined,
}

test('what is right is taken, without the spaces around', () => {
  expect(checkDetails(typed, { warned: false })).toEqual({
    ok: true,
    details: {
      email: 'ada@example.com',
      phone: '070-123 45 67',
      language: 'sv',
      noticesByEmail: true,
      noticesBySms: false,
    },
  })
})

test('who gives a mobile number can have notices there', () => {
  expect(checkDetails({ ...typed, sms: 'ja' }, { warned: false })).toMatchObject({ details: { noticesBySms: true } })
})

test('everything can be taken away', () => {
  expect(checkDetails({ ...typed, email: '', phone: '', notices: undefined }, { warned: false })).toEqual({
    ok: true,
    details: { email: '', phone: '', language: 'sv', noticesByEmail: false, noticesBySms: false },
  })
})

test.each([
  [{ email: 'ada' }, { email: 'portal.details.email-problem' }],
  [{ email: 'a@b.se, c@d.se' }, { email: 'portal.details.email-problem' }],
  [{ phone: 'ring mig' }, { phone: 'portal.details.phone-problem' }],
  [{ sms: 'ja', phone: '' }, { phone: 'portal.details.phone-for-sms' }],
  [{ sms: 'ja', phone: '08-123 456 78' }, { phone: 'portal.details.phone-for-sms' }],
  [{ sms: 'ja', phone: 'ring mig' }, { phone: 'portal.details.phone-problem' }],
  [{ language: 'xx' }, { language: 'portal.details.language-problem' }],
  [
    { email: 'x', phone: 'y' },
    { email: 'portal.details.email-problem', phone: 'portal.details.phone-problem' },
  ],
])('%j is told of beside its field', (wrong, problems) => {
  expect(checkDetails({ ...typed, ...wrong }, { warned: false })).toEqual({ ok: false, problems })
})

test('somebody who is warned gives contact details only after having confirmed, and takes them away without', () => {
  expect(checkDetails(typed, { warned: true })).toEqual({
    ok: false,
    problems: { confirmed: 'portal.details.confirm-problem' },
  })
  expect(checkDetails({ ...typed, confirmed: 'ja' }, { warned: true }).ok).toBe(true)
  expect(checkDetails({ ...typed, email: '', phone: '' }, { warned: true }).ok).toBe(true)
})

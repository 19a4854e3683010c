import { expect, test } from 'vitest'
import { showPage } from '../../../tests/support/show-page.tsx'
import { aCitizen, someFacts } from '../../drafts/testing/a-draft.ts'
import { testDatabase } from '../../platform/testing/database.ts'
import { reviewPage } from '../pages/review.tsx'
import type { CasePorts } from '../ports.ts'
import { openReview } from '../queries/open-review.ts'
import { aFilledDraft, aFormService, send, submitPorts } from '../testing/a-case.ts'
import { submitApplication } from './submit-application.ts'

const ports: CasePorts = {
  ...submitPorts,
  countUnreadMessages: async () => new Map(),
  afterSessionEnd: async () => undefined,
  keepTyped: async () => undefined,
}

const database = await testDatabase()
const ada = await aCitizen(database)
const at = (when: string) => database.context({ actor: ada, clock: { now: () => new Date(when) } })
const early = at('2027-02-20T12:00:00Z')
const late = at('2027-02-25T23:00:00Z')
const open = { periods: [{ from: '2027-02-01', to: '2027-02-25T23:59:59' }, { from: '2027-07-01' }] }

test('what is sent in the last second comes in, a second later it is refused and kept to be read', async () => {
  const service = await aFormService(early, { shortName: 'sista-sekunden', open })
  const inTime = await aFilledDraft(early, { service })
  expect(await send(at('2027-02-25T22:59:59.900Z'), inTime)).toMatchObject({ caseId: expect.any(String) })

  const tooLate = await aFilledDraft(early, { service })
  expect(await submitApplication(late, { draftId: tooLate }, submitPorts)).toEqual({
    ok: false,
    error: { kind: 'closed' },
  })
  const opened = await openReview(late, someFacts, tooLate)
  expect(opened).toMatchObject({
    kind: 'review',
    review: { opening: { kind: 'closed', opens: new Date('2027-06-30T22:00:00Z') } },
  })
  expect(JSON.stringify(opened)).toContain('Storgatan 1')
  const review = await showPage(reviewPage(ports), late, { params: { draft: tooLate } })
  expect(review).toContain('Ansökan är stängd. Nästa period öppnar 1 juli.')
  expect(review).toContain('Storgatan 1')
  expect(review).not.toContain('Skicka in</button>')
  expect(await showPage(reviewPage(ports), early, { params: { draft: tooLate } })).toContain('Skicka in</button>')
})

test('the newest version says when a service is open, also to drafts that are finished on an older one', async () => {
  const draft = await aFilledDraft(early, { service: await aFormService(early, { shortName: 'forlangs', open }) })
  await aFormService(early, { shortName: 'forlangs', open: { periods: [{ to: '2027-03-10' }] }, drafts: 'finish' })
  expect(await submitApplication(late, { draftId: draft }, submitPorts)).toMatchObject({ ok: true })
})

test('a draft whose form has changed is not sent before its owner has seen what became of it', async () => {
  const draft = await aFilledDraft(early, { service: await aFormService(early, { shortName: 'andras' }) })
  await aFormService(early, { shortName: 'andras', title: { sv: 'Ny' }, drafts: 'move' })
  const submit = async () => await submitApplication(early, { draftId: draft }, submitPorts)
  expect(await submit()).toEqual({ ok: false, error: { kind: 'form-changed' } })
  expect(await openReview(early, someFacts, draft)).toEqual({ kind: 'changed' })
  expect(await submit()).toEqual({ ok: false, error: { kind: 'form-changed' } })
})

test('who is known not to fulfil what is asked can not send', async () => {
  const service = await aFormService(early, { shortName: 'for-vuxna', open: { minimumAge: 18 } })
  const draft = await aFilledDraft(early, { service })
  const readFacts = async () => ({ today: '2027-02-20', person: { age: 17 } })
  expect(await submitApplication(early, { draftId: draft }, { ...submitPorts, readFacts })).toEqual({
    ok: false,
    error: { kind: 'unmet', unmet: { kind: 'too-young', minimumAge: 18 } },
  })
})

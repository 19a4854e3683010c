import { describe, expect, test } from 'vitest'
import { showPage } from '../../../tests/support/show-page.tsx'
import { system } from '../../platform/actor.ts'
import { days, later } from '../../platform/clock.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { declineToSign } from '../../signing/commands/decline-to-sign.ts'
import { invitationPath, joinInvitations } from '../../signing/public.ts'
import { named, numbers, signingStage } from '../../signing/testing/a-request.ts'
import { myPagesPage } from './my-pages.tsx'

const stage = await signingStage()
const ada = stage.as(await stage.person(numbers.ada))
const bos = await stage.person(numbers.bo)
const bo = stage.as(bos)
const show = async (ctx: typeof ada) => await showPage(myPagesPage, ctx)
const sectionOf = (html: string, heading: string) =>
  html.split('<section').find((section) => section.includes(`>${heading}</h2>`)) ?? ''

test('who applies sees that it waits for signatures, and who is to sign what to do, until they have', async () => {
  const draft = await stage.request(ada, { service: await stage.service(), parties: [named(numbers.bo, 1)] })
  const saved = sectionOf(await show(ada), 'Sparade, ej inskickade')
  expect(saved).toContain('Din tur att skriva under')
  expect(saved).toContain('0 av 2 har skrivit under.')
  expect(saved).toContain(`/utkast/${draft}/signering`)
  expect(saved).not.toContain('Ta bort')
  expect(sectionOf(await show(bo), 'Att göra')).toBe('')

  const own = sectionOf(await show(ada), 'Att göra')
  expect(own).toContain('Den skickas inte in förrän du har skrivit under.')
  expect(own).toContain(`/utkast/${draft}/signering`)

  await stage.sign(ada, draft)
  await inTransaction(stage.as(system), async (tx) => await joinInvitations(stage.as(system), tx, bos.id))
  const waits = await show(ada)
  expect(sectionOf(waits, 'Sparade, ej inskickade')).toContain('1 av 2 har skrivit under.')
  expect(sectionOf(waits, 'Sparade, ej inskickade')).toContain('Väntar på underskrift')
  expect(sectionOf(waits, 'Att göra')).not.toContain(draft)
  const todo = sectionOf(await show(bo), 'Att göra')
  expect(todo).toContain('Skriv under: ')
  expect(todo).toContain('ber dig skriva under. Svara senast')
  expect(todo).toContain(`href="${invitationPath(draft)}"`)
  expect(await show(stage.as(await stage.person(numbers.cecilia)))).not.toContain(draft)
})

test('who has signed reads what the others haven’t signed yet among what is ongoing', async () => {
  const parties = [named(numbers.bo, 1), named(numbers.dagny, 2)]
  const draft = await stage.request(ada, { service: await stage.service(), parties })
  await stage.sign(ada, draft)
  await inTransaction(stage.as(system), async (tx) => await joinInvitations(stage.as(system), tx, bos.id))
  await stage.answer(bo, draft, 'Arbetar')
  await stage.sign(bo, draft)
  const html = await show(bo)
  const ongoing = sectionOf(html, 'Pågående')
  expect(ongoing).toContain('Du har skrivit under. Allt skickas in när alla har skrivit under.')
  expect(ongoing).toContain(`href="${invitationPath(draft)}"`)
  expect(sectionOf(html, 'Att göra')).not.toContain(draft)
})

test('who signs alone reads that it is their turn, and nobody is counted', async () => {
  const cecilia = stage.as(await stage.person(numbers.cecilia))
  const draft = await stage.request(cecilia, { service: await stage.service(), parties: [] })
  const html = await show(cecilia)
  expect(sectionOf(html, 'Att göra')).toContain(`/utkast/${draft}/signering`)
  const saved = sectionOf(html, 'Sparade, ej inskickade')
  expect(saved).toContain('Din tur att skriva under')
  expect(saved).not.toContain('har skrivit under.')
})

describe('who applies chooses how to go on', () => {
  const asked = async (missing: 'may-send' | 'may-not') => {
    const parties = [named(numbers.bo, 1), named(numbers.cecilia, 2)]
    const service = await stage.service(missing === 'may-send' ? { missing } : undefined)
    const draft = await stage.request(ada, { service, parties })
    await stage.sign(ada, draft)
    return draft
  }
  const todoIn = (html: string, draft: string) =>
    sectionOf(html, 'Att göra')
      .split('<li')
      .find((item) => item.includes(`/utkast/${draft}/signering`)) ?? ''

  test('when somebody declines without whom it can’t be sent', async () => {
    const draft = await asked('may-not')
    await declineToSign(bo, { draft, reason: 'Nej' })
    expect(todoIn(await show(ada), draft)).toContain('Någon vill inte skriva under.')
  })

  test('not while there is somebody else to wait for, and it can be sent without who declined', async () => {
    const draft = await asked('may-send')
    await declineToSign(bo, { draft, reason: 'Nej' })
    expect(todoIn(await show(ada), draft)).toBe('')
  })

  test('when the time is over', async () => {
    const draft = await asked('may-send')
    expect(todoIn(await show(ada), draft)).toBe('')
    const after = { now: () => later(new Date(), days(16)) }
    expect(todoIn(await show(stage.as(ada.actor, after)), draft)).toContain('Alla har inte skrivit under i tid.')
  })
})

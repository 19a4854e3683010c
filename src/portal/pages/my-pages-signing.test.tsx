import { expect, test } from 'vitest'
import { showPage } from '../../../tests/support/show-page.tsx'
import { system } from '../../platform/actor.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
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
  expect(saved).toContain('Väntar på underskrift')
  expect(saved).toContain('0 av 2 har skrivit under.')
  expect(saved).toContain(`/utkast/${draft}/signering`)
  expect(saved).not.toContain('Ta bort')
  expect(sectionOf(await show(bo), 'Att göra')).toBe('')

  await stage.sign(ada, draft)
  await inTransaction(stage.as(system), async (tx) => await joinInvitations(stage.as(system), tx, bos.id))
  expect(sectionOf(await show(ada), 'Sparade, ej inskickade')).toContain('1 av 2 har skrivit under.')
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
  expect(ongoing).toContain('Du har skrivit under. Ansökan skickas in när alla har skrivit under.')
  expect(ongoing).toContain(`href="${invitationPath(draft)}"`)
  expect(sectionOf(html, 'Att göra')).not.toContain(draft)
})

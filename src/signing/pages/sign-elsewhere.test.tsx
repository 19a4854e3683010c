import { beforeEach, describe, expect, test } from 'vitest'
import { askPage, htmlOf, targetOf } from '../../../tests/support/ask-page.tsx'
import { later, minutes, systemClock } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { signingPagesStage } from '../testing/signing-pages-stage.ts'

const stage = await signingPagesStage()
const { people, ada, bo, started, pages, goesTo, owners, partys, aWaiting } = stage

beforeEach(stage.begin)

describe('a provider’s page', () => {
  const hub = 'https://hub.example/sign'
  const from = async (ctx: Context, draft: string, site: 'none' | 'cross-site' | 'unsaid') =>
    await askPage(pages, ctx, partys(draft, '/med/region'), { site })
  const fillIn = async (draft: string) => await stage.answer(bo, draft, 'Snickare')

  test('is nothing that another’s link, a typed address or a letter leads to: what is to be signed comes first', async () => {
    const draft = await aWaiting({ signedByAda: false })
    for (const site of ['none', 'cross-site'] as const)
      expect(targetOf(await from(ada, draft, site))).toBe(owners(draft))
    await stage.sign(ada, draft)
    await fillIn(draft)
    for (const site of ['none', 'cross-site'] as const)
      expect(targetOf(await from(bo, draft, site))).toBe(partys(draft, '/underskrift'))
    expect(started).toEqual([])
    expect(await goesTo(bo, partys(draft, '/med/region'))).toBe(hub)
  })

  test('is not led to from a page of ours either by who has never opened it', async () => {
    const draft = await aWaiting()
    await fillIn(draft)
    expect(await goesTo(bo, partys(draft, '/med/region'))).toBe(partys(draft, '/underskrift'))
    expect(started).toEqual([])
  })

  test('is asked for by a button in a browser that doesn’t say whose link led here, and that leads on for a minute', async () => {
    const draft = await aWaiting({ signedByAda: false })
    const path = partys(draft, '/med/region')
    const page = htmlOf(await from(ada, draft, 'unsaid'), ada)
    expect(page).toContain(`<form method="post" action="${path}"`)
    expect(started).toEqual([])
    const pressed = await goesTo(ada, path, {})
    expect(pressed.startsWith(`${path}?tryckt=`)).toBe(true)
    const tryckt = new URL(pressed, 'http://localhost').searchParams.get('tryckt') ?? ''
    const goOn = async (ctx: Context, to: string, mark: string) =>
      await askPage(pages, ctx, to, { site: 'unsaid', query: { tryckt: mark } })
    const tooLate = stage.as(people.ada, { now: () => later(systemClock.now(), minutes(2)) })
    for (const answer of [
      await goOn(tooLate, path, tryckt),
      await goOn(ada, path, `${tryckt}A`),
      await goOn(stage.as({ ...people.ada, sessionId: crypto.randomUUID() }), path, tryckt),
    ])
      expect(answer.kind).toBe('view')
    expect(started).toEqual([])
    expect(targetOf(await goOn(ada, path, tryckt))).toBe(hub)
  })
})

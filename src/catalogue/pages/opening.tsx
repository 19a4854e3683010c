import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { Id } from '../../forms/question.ts'
import type { Context } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import { redirect, view } from '../../platform/http/answer.ts'
import { page } from '../../platform/http/page.ts'
import { closeService, reopenService } from '../commands/close-service.ts'
import { firstSecond, WallTime } from '../definition/open.ts'
import { isService, openingPath } from '../model.ts'
import { mayDo } from '../policy.ts'
import { findEntryByName } from '../queries/find-service-by-name.ts'
import { getStanding } from '../queries/get-standing.ts'
import { OpeningView } from './views/opening-view.tsx'

/** Closing an e-service at once, and opening it again. */
export const openingPage = page(openingPath(':service'), {
  area: 'staff',
  params: z.object({ service: Id }),
  body: z.object({ gor: z.enum(['stang', 'oppna']), till: z.string().max(100).default('') }),
  get: async ({ ctx, params }) => <OpeningView {...(await read(ctx, params.service))} />,
  async post({ ctx, params: { service: shortName }, body }) {
    if (body.gor === 'oppna') {
      await reopenService(ctx, shortName)
      return redirect(openingPath(shortName))
    }
    const until = instantOf(body.till, ctx.tenant.timeZone)
    const closed = until === 'unreadable' ? undefined : await closeService(ctx, { shortName, until })
    if (closed?.ok) return redirect(openingPath(shortName))
    const problem = closed ? 'past' : 'unreadable'
    return view(<OpeningView {...(await read(ctx, shortName))} typed={body.till} problem={problem} />, { status: 422 })
  },
})

async function read(ctx: Context, shortName: string) {
  if (!mayDo(ctx.actor, 'close')) throw notFound()
  const entry = await findEntryByName(ctx, shortName)
  if (!entry || !isService(entry)) throw notFound()
  const { opening, closedByHand } = await getStanding(ctx, entry)
  return { title: entry.definition.title, opening, closedByHand }
}

/** What an administrator typed as a wall time in the municipality's zone, `2027-03-03` or `2027-03-03 08:00`; undefined for nothing. */
function instantOf(typed: string, timeZone: string): Date | 'unreadable' | undefined {
  const text = typed.trim().replace(/\s+/, 'T').replace('.', ':')
  if (text === '') return undefined
  const read = WallTime.safeParse(text)
  if (!read.success) return 'unreadable'
  return new Date(Temporal.PlainDateTime.from(firstSecond(read.data)).toZonedDateTime(timeZone).epochMilliseconds)
}

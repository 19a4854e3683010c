import { createHash } from 'node:crypto'
import process from 'node:process'
import type { BrowserContext } from '@playwright/test'
import { asSuperuser } from '../../support/installation/superuser.ts'

/** Moves the end of a browser's idle session to so many minutes from now, past or to come: nobody waits half an hour in a test. */
export async function moveIdleEnd(context: BrowserContext, minutes: number): Promise<void> {
  const moved = await asSuperuser(
    installation(),
    'update identity.session set idle_ends_at = now() + make_interval(mins => $2) where token_hash = $1 returning 1',
    [await tokenHash(context), minutes],
  )
  if (moved.length !== 1) throw new Error('The browser has no session')
}

/** How many minutes a browser's session still has when nothing is done. */
export async function idleMinutesLeft(context: BrowserContext): Promise<number> {
  const [session] = await asSuperuser<{ readonly minutes: number }>(
    installation(),
    'select extract(epoch from idle_ends_at - now())::float / 60 as minutes from identity.session where token_hash = $1',
    [await tokenHash(context)],
  )
  return session?.minutes ?? 0
}

const installation = () => ({ data: process.env.JOURNEY_DATA ?? '' })

async function tokenHash(context: BrowserContext): Promise<Buffer> {
  const cookie = (await context.cookies()).find(({ name }) => name.endsWith('-citizen'))
  return createHash('sha256')
    .update(cookie?.value ?? '')
    .digest()
}

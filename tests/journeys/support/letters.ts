import type { APIRequestContext } from '@playwright/test'
import { z } from 'zod'

const Letters = z.array(
  z.object({ channel: z.enum(['email', 'sms']), to: z.string(), subject: z.string(), text: z.string() }),
)

type Letter = z.infer<typeof Letters>[number]

/** All that has been sent to an address or a number, newest first. */
export async function lettersTo(
  request: APIRequestContext,
  simulators: string,
  to: string,
): Promise<readonly Letter[]> {
  const all = Letters.parse(await (await request.get(`${simulators}/inbox.json`)).json())
  return all.filter((letter) => letter.to === to)
}

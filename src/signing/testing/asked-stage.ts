import { type Clock, days, later, minutes } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { readOwnRequest } from '../queries/read-own-request.ts'
import { named, numbers, signingStage } from './a-request.ts'

/** What Ada writes in a field that others don't see. */
export const secret = 'kanarielön-4711'

/** So much later than now. */
export const inFuture = (milliseconds: number): Clock => ({ now: () => later(new Date(), milliseconds) })

/** The same context so many days later, and a little. */
export const atDay = (ctx: Context, day: number): Context => ({ ...ctx, clock: inFuture(days(day) + minutes(1)) })

/** A stage on which Ada asks Bo and Cecilia to sign. */
export async function askedStage() {
  const stage = await signingStage()
  const [adasActor, bosActor, ceciliasActor] = [
    await stage.person(numbers.ada),
    await stage.person(numbers.bo),
    await stage.person(numbers.cecilia),
  ]
  const [ada, bo, cecilia] = [stage.as(adasActor), stage.as(bosActor), stage.as(ceciliasActor)]
  const service = await stage.service()
  const answers = { namn: 'Lekstugan', inkomst: secret }
  const two = [named(numbers.bo, 1), named(numbers.cecilia, 2)]
  return {
    ...stage,
    adasActor,
    bosActor,
    ceciliasActor,
    ada,
    bo,
    cecilia,
    service,
    makeService: stage.service,
    answers,
    two,
    /** Forgets what has happened, and whom Ada has told: she would have asked too many of too much in a day. */
    begin: async () => {
      stage.completed.length = 0
      stage.events.length = 0
      await stage.database.query('delete from signing.told')
    },
    ofType: (type: string) => stage.events.filter((event) => event.type === type),
    /** A request that Ada has signed. */
    asked: async (of = service, parties = two): Promise<string> => {
      const draft = await stage.request(ada, { service: of, parties, answers })
      await stage.sign(ada, draft)
      return draft
    },
    signAs: async (ctx: Context, draft: string) => {
      await stage.answer(ctx, draft, 'Snickare')
      return await stage.sign(ctx, draft)
    },
    partyIds: async (draft: string) => (await readOwnRequest(ada, draft)).parties.map(({ id }) => id),
  }
}

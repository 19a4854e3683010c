import { LRUCache } from 'lru-cache'
import type { ChildFacts } from '../../forms/facts.ts'
import { minutes } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { answerAlike, realLimit, type SetLimit } from '../population-register/answer-alike.ts'
import type { PopulationRegisters } from '../population-register/population-register.ts'
import { listOwnChildren, nothingKnown, type OwnChildren } from './list-own-children.ts'

/** Answers that are remembered at most; each is about a kilobyte. */
const most = 2_000

/** The logged-in person's children as forms are told of them; undefined when nothing can be told. */
type ReadOwnChildren = (ctx: Context) => Promise<readonly ChildFacts[] | undefined>

/**
 * Reads the logged-in person's children for forms. An answer that isn't whole always takes the same time, is logged in the same words, and is
 * given again at once for a minute after it, in this process: so that a form saves itself as it is written, also for those who wait.
 */
export function ownChildrenReader(registers: PopulationRegisters, setLimit: SetLimit = realLimit): ReadOwnChildren {
  const asked = new LRUCache<string, Promise<OwnChildren>>({ max: most, ttl: minutes(1) })

  const ask = async (ctx: Context): Promise<OwnChildren> => {
    const answer = await answerAlike({
      ask: async () => await listOwnChildren(ctx, registers),
      isWhole: ({ isWhole }) => isWhole,
      refusal: nothingKnown,
      setLimit,
    })
    if (!answer.isWhole) ctx.log.info({ code: 'population-register-incomplete' }, 'not everybody could be told')
    return answer
  }

  return async (ctx) => {
    const { actor, texts } = ctx
    if (actor.kind !== 'citizen' || !(await registers.of(ctx))) return undefined
    const name = [ctx.tenant.id, actor.id, actor.protectedIdentity, texts.language].join(' ')
    const earlier = asked.get(name)
    if (earlier) return (await earlier).children
    const asking = ask(ctx)
    asked.set(name, asking)
    const isKept = await asking.then(
      ({ isWhole }) => !isWhole,
      () => false,
    )
    if (!isKept) asked.delete(name)
    return (await asking).children
  }
}

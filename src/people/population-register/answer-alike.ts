import { setTimeout } from 'node:timers/promises'

/**
 * Milliseconds after which an answer that isn't whole is given: longer than a look-up may take, after one that was quick. A person waits for
 * it, but once a minute at most.
 */
const answerLimit = 4_000

/** A time that has been set. */
type Limit = {
  /** Comes when it is over. */
  readonly over: Promise<void>
  /** Waits for what is left of it. */
  readonly rest: () => Promise<void>
}

export type SetLimit = (milliseconds: number) => Limit

/** A limit on the machine's own time. */
export const realLimit: SetLimit = (milliseconds) => {
  const over = setTimeout(milliseconds, undefined, { ref: false })
  return { over, rest: async () => await over }
}

type Question<Answer> = {
  /** Asks the register. Goes on for nobody when the limit is over first. */
  readonly ask: () => Promise<Answer>
  /** Whether everybody could be told. */
  readonly isWhole: (answer: Answer) => boolean
  /** What is answered when it wasn't known at the limit. */
  readonly refusal: Answer
  readonly setLimit: SetLimit
}

/**
 * Asks a question that takes several look-ups. An answer that isn't whole comes at the limit, never before and never after: whether the register
 * refuses at once or not at all, or somebody is protected, so that the time tells nothing of which it was (B1.4).
 */
export async function answerAlike<Answer>({ ask, isWhole, refusal, setLimit }: Question<Answer>): Promise<Answer> {
  const limit = setLimit(answerLimit)
  const answer = await Promise.race([ask(), limit.over.then(() => refusal)])
  if (!isWhole(answer)) await limit.rest()
  return answer
}

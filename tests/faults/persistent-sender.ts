import { type FilledDraft, submit } from '../support/client/application.ts'
import { ask } from '../support/client/ask.ts'
import { waitFor } from '../support/waiting.ts'

/** An answer that says that a draft has been received. */
export type Acknowledged = {
  readonly draft: FilledDraft
  /** The address of the receipt. */
  readonly receipt: string
  /** Posts without an answer, or with one that asks to try again. */
  readonly failures: readonly string[]
}

// Milliseconds. A program that was killed comes back far sooner.
const patience = 60_000

/** Sends a draft as a stubborn person would: again and again until the answer leads to a receipt. Throws at an answer that is neither. */
export async function sendUntilAcknowledged(draft: FilledDraft): Promise<Acknowledged> {
  const failures: string[] = []
  for (;;) {
    const answer = await submit(draft).catch((error: unknown) => String(error))
    if (typeof answer === 'string') {
      failures.push(answer)
    } else if (answer.status === 303) {
      return { draft, receipt: answer.headers.location ?? '', failures }
    } else if (answer.status === 503) {
      failures.push(answer.text)
    } else {
      throw new Error(`${draft.review} answered ${answer.status}`)
    }
    await isBack(draft)
  }
}

const isBack = async ({ client }: FilledDraft) =>
  await waitFor('the program is ready', patience, async () => {
    const ready = await ask(client.home, { path: '/readyz' }).catch(() => undefined)
    return ready?.status === 200 ? true : undefined
  })

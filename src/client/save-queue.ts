/** What came of sending: the server's answer, that it doesn't want it, or that it couldn't be reached. */
export type Sent =
  | { readonly kind: 'saved'; readonly answer: string }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unreachable' }

export type SaveQueueParts = {
  /** The form as it stands, ready to send. */
  readonly collect: () => string
  /** What of it the person typed: two forms of the same typed need not both be sent. */
  readonly typedOf: (form: string) => string
  readonly send: (form: string) => Promise<Sent>
  /** Puts the answer in the page: the next form carries the revision that it brought. `isAhead`: more has been typed since it was asked for. */
  readonly put: (answer: string, isAhead: boolean) => Promise<void>
  readonly tell: (state: 'refused' | 'unreachable') => void
}

/** Sends a form whenever asked, one post at a time. */
export type SaveQueue = {
  /** Sends what has been typed since the last time (`always`: also when that is nothing); answers when nothing is under way any more. */
  readonly save: (always?: 'always') => Promise<void>
  /** Whether a post is under way, or was sent without its answer being known. */
  readonly isOpen: () => boolean
}

/**
 * Makes a queue. Posts never overtake each other, since each carries the revision that the one before brought. A post without an answer
 * may have been saved all the same: it's sent again exactly as it was before anything newer, so that the person never meets a conflict
 * with themselves.
 */
export function saveQueue({ collect, typedOf, send, put, tell }: SaveQueueParts): SaveQueue {
  let savedTyped = typedOf(collect())
  let unanswered: string | undefined
  let underWay: Promise<void> | undefined

  const sendOne = async (form: string): Promise<boolean> => {
    unanswered = form
    const sent = await send(form)
    if (sent.kind === 'unreachable') {
      tell('unreachable')
      return false
    }
    unanswered = undefined
    savedTyped = typedOf(form)
    if (sent.kind === 'refused') {
      tell('refused')
      return false
    }
    const nothingNewer = typedOf(collect()) === savedTyped
    await put(sent.answer, !nothingNewer)
    // The answer may bring further questions, whose values the server knows already.
    if (nothingNewer) savedTyped = typedOf(collect())
    return true
  }

  const sendAll = async (always: boolean): Promise<void> => {
    if (always && !(await sendOne(unanswered ?? collect()))) return
    for (;;) {
      const form = unanswered ?? collect()
      if (unanswered === undefined && typedOf(form) === savedTyped) return
      if (!(await sendOne(form))) return
    }
  }

  return {
    save: async (always) => {
      underWay ??= sendAll(always === 'always').finally(() => {
        underWay = undefined
      })
      await underWay
    },
    isOpen: () => underWay !== undefined || unanswered !== undefined,
  }
}

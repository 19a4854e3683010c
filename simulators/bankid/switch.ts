/** Something that tests switch on, for a number of times or until told otherwise. It doesn't outlive the process. */
export type Switch<Mode extends string> = {
  readonly set: (request: { readonly mode: Mode; readonly times?: number | undefined }) => void
  /** What the next one meets; counts it. */
  readonly next: () => Mode
}

/** A switch that rests at its first mode. */
export function switchOf<Mode extends string>(rest: Mode): Switch<Mode> {
  let mode = rest
  let left = Number.POSITIVE_INFINITY
  return {
    set: (request) => {
      mode = request.mode
      left = request.times ?? Number.POSITIVE_INFINITY
    },
    next: () => {
      if (left <= 0) return rest
      left -= 1
      return mode
    },
  }
}

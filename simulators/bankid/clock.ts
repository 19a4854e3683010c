/** BankID's clock, which tests put forward so that nobody waits for its limits. */
export type BankIdClock = {
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly forward: (milliseconds: number) => void
}

/** A clock that goes with the machine's until it is put forward. */
export function bankIdClock(): BankIdClock {
  let ahead = 0
  return {
    now: () => Date.now() + ahead,
    forward: (milliseconds) => {
      ahead += milliseconds
    },
  }
}

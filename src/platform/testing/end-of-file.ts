/** What is to be ended when a test file's last test is done, in the order that it was begun. */
const begun: (() => Promise<void> | void)[] = []

/**
 * Ends something after the last test of the file that runs, wherever it was begun: Vitest's own `afterAll` belongs to nobody when it is called
 * inside a hook or a test, and what it should have ended goes on.
 */
export const atEndOfFile = (end: () => Promise<void> | void): void => void begun.push(end)

/** Ends all that was begun, the latest first. */
export async function endFile(): Promise<void> {
  for (const end of begun.splice(0).reverse()) await end()
}

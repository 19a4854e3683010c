import type { Context } from '../platform/context.ts'
import type { Answer } from '../platform/http/answer.ts'
import type { PostedForm } from '../platform/http/page.ts'

/** What the citizens' own pages need from elsewhere; wired in `composition.ts`. */
export type PortalPorts = {
  /** Whether the municipality can send notices as SMS. */
  readonly offersSms: (ctx: Context) => Promise<boolean>
  /**
   * Keeps what the reader wants to change at `path`, and asks them to show once more who they are; `applyKeptDetails` is called when they have.
   */
  readonly identifyAgain: (
    ctx: Context,
    change: { readonly path: string; readonly form: PostedForm },
  ) => Promise<Answer>
}

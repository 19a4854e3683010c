import type { Context } from '../platform/context.ts'
import type { Answer } from '../platform/http/answer.ts'
import type { PostedForm } from '../platform/http/page.ts'

/** What the citizens' own pages need from elsewhere; wired in `composition.ts`. */
export type PortalPorts = {
  /**
   * Keeps what the reader wants to change at `path`, and asks them to show once more who they are; `applyKeptDetails` is called when they have.
   */
  readonly identifyAgain: (
    ctx: Context,
    change: { readonly path: string; readonly form: PostedForm },
  ) => Promise<Answer>
}

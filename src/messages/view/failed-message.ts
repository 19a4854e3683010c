import type { ReceivedFile } from '../../platform/http/received-file.ts'
import type { SendFailure } from '../commands/send-message.ts'
import type { MessageProblem } from '../model.ts'

/** A message that was not sent, as its form shows it again. */
export type UnsentMessage = {
  readonly typed: string
  /** True when files came along: the browser doesn't keep them. */
  readonly lostFiles: boolean
}

/** A message that could not be sent since something has to be mended. */
export type FailedMessage = UnsentMessage & { readonly problems: readonly MessageProblem[] }

/** What the form shows of a message that could not be sent. Where none may be written the page itself says why. */
export const failedMessage = (typed: string, files: readonly ReceivedFile[], failure: SendFailure): FailedMessage => ({
  typed,
  problems: failure.kind === 'invalid' ? failure.problems : [],
  lostFiles: files.length > 0,
})

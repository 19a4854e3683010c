import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { useTexts } from '../../ui/frame.ts'
import type { FailedMessage } from './failed-message.ts'
import { problemsInWords } from './message-problems.ts'

/** What must be mended in a message, for the top of its page. Renders nothing when nothing must. */
export function MessageErrorSummary({ failed }: { readonly failed: FailedMessage | undefined }) {
  return <ErrorSummary problems={problemsInWords(failed?.problems ?? [], useTexts())} />
}

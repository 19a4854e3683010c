import { AnswersView } from '../../forms/answers-view.tsx'
import type { FileHref } from '../../forms/summary-value-view.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Section } from '../../ui/page/section.tsx'
import type { Submission } from '../queries/list-submissions.ts'
import { changesBetween, summariseSubmission } from '../submission-changes.ts'
import { ChangesView } from './changes-view.tsx'

type SubmissionsViewProps = {
  /** Oldest first, at least one. */
  readonly submissions: readonly Submission[]
  readonly fileHref: FileHref
}

/** All that was sent in a case: what each supplement changed, the case as it is now, and each submission before as it was sent. */
export function SubmissionsView({ submissions, fileHref }: SubmissionsViewProps) {
  const texts = useTexts()
  const { t, format } = texts
  const latest = submissions.at(-1)
  const supplements = submissions.slice(1).map((after, index) => ({ after, before: submissions[index] ?? after }))
  const when = (submission: Submission) => format.dateTime(submission.receivedAt)
  if (!latest) return null
  return (
    <>
      {supplements.toReversed().map(({ before, after }) => (
        <Section
          key={after.draftId}
          id={`komplettering-${after.sequence}`}
          heading={t('cases.view.changes', { when: when(after) })}
        >
          <ChangesView changes={changesBetween(before, after, texts)} fileHref={fileHref} />
        </Section>
      ))}
      <Section heading={supplements.length > 0 ? t('cases.view.latest') : t('cases.view.sent', { when: when(latest) })}>
        <AnswersView groups={summariseSubmission(latest, texts)} fileHref={fileHref} level={3} />
      </Section>
      {submissions.slice(0, -1).map((submission) => (
        <Section key={submission.draftId} heading={t('cases.view.earlier', { when: when(submission) })}>
          <AnswersView groups={summariseSubmission(submission, texts)} fileHref={fileHref} level={3} />
        </Section>
      ))}
    </>
  )
}

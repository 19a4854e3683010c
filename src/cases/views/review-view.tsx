import type { ComponentChildren } from 'preact'
import { isPaperForm, unmetText } from '../../catalogue/public.ts'
import { DraftLayout, draftSteps, StandingNotices, type Supplementing, stepPath } from '../../drafts/public.ts'
import { AnswersView } from '../../forms/answers-view.tsx'
import { previousStep, reviewStep, stepNumber } from '../../forms/navigation.ts'
import { unreachable } from '../../platform/result.ts'
import type { Texts } from '../../platform/texts/texts.ts'
import { Actions } from '../../ui/form/actions.tsx'
import { Button, ButtonLink } from '../../ui/form/button.tsx'
import { ErrorSummary, type FieldProblem } from '../../ui/form/error-summary.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Icon } from '../../ui/icon.tsx'
import { NotFetched } from '../../ui/list/not-fetched.tsx'
import { Notice } from '../../ui/list/notice.tsx'
import { loginAddress } from '../../ui/page/navigation.ts'
import { Prose } from '../../ui/page/prose.tsx'
import { Section } from '../../ui/page/section.tsx'
import { casePath } from '../case.ts'
import type { SubmitFailure } from '../commands/submit-application.ts'
import { contactField, type TypedContacts } from '../party-contacts.ts'
import type { Review } from '../queries/open-review.ts'
import { SigningPart } from './signing-part.tsx'

type ReviewViewProps = {
  readonly review: Review
  readonly supplementing: Supplementing | undefined
  /** Why the draft could not be sent just now. */
  readonly failure?: SubmitFailure
  /** What ends the review of a form on paper, instead of sending it. */
  readonly deed?: ComponentChildren
  /** How those who are to sign are reached, as has just been typed. */
  readonly contacts?: TypedContacts
}

/** "Granska": every answer with the way back to its step, what sending means, and "Skicka in" (B3.4). */
export function ReviewView({ review, supplementing, failure, deed, contacts = new Map() }: ReviewViewProps) {
  const texts = useTexts()
  const { t, pick } = texts
  const { service, draft, opening, filled, groups, problems, signing } = review
  const { title } = service.definition
  const toStep = (step: string) => stepPath(draft.id, step)
  const previous = previousStep(filled, reviewStep)
  return (
    <DraftLayout
      title={t('cases.review.title')}
      service={pick(title)}
      place={stepNumber(filled, reviewStep) ?? { number: 1, of: 1 }}
      steps={draftSteps({ filled, current: reviewStep, texts, href: toStep })}
      back={
        previous === undefined ? null : (
          <a href={toStep(previous)}>
            <Icon name="back" />
            {t('drafts.action.previous')}
          </a>
        )
      }
      supplementing={supplementing}
      hasProblems={problems.length > 0 || failure !== undefined}
    >
      <StandingNotices draft={draft} opening={opening} announce={failure?.kind === 'closed'} />
      {failure && failure.kind !== 'problems' ? <Refused failure={failure} draft={draft.id} /> : null}
      {failure?.kind === 'contacts' ? <ErrorSummary problems={contactProblems(failure, review, texts)} /> : null}
      {problems.length > 0 ? <Problems review={review} announce={failure !== undefined} /> : null}
      <Prose>
        <p>{t(isPaperForm(service) ? 'cases.review.lead-paper' : 'cases.review.lead')}</p>
      </Prose>
      <AnswersView groups={groups} fileHref={() => undefined} changeHref={toStep} />
      {opening?.kind === 'closed'
        ? null
        : (deed ??
          (signing ? (
            <SigningPart
              draft={draft.id}
              signing={signing}
              isSupplement={supplementing !== undefined}
              typed={contacts}
              problems={failure?.kind === 'contacts' ? failure.problems : []}
            />
          ) : (
            <Sending draft={draft.id} isSupplement={supplementing !== undefined} />
          )))}
    </DraftLayout>
  )
}

/** What to mend in how the others are reached, by whom it concerns. */
const contactProblems = (
  { problems }: Extract<SubmitFailure, { kind: 'contacts' }>,
  { signing }: Review,
  { t }: Texts,
): readonly FieldProblem[] =>
  problems.map(({ position, part }) => ({
    id: contactField(position, part),
    problem: t('cases.review.signing-problem', {
      name: signing?.others?.find((party) => party.position === position)?.name ?? '',
      problem: t(`signing.contact.problem.${part}`),
    }),
  }))

function Sending({ draft, isSupplement }: { readonly draft: string; readonly isSupplement: boolean }) {
  const { t } = useTexts()
  return (
    <Section heading={t('cases.review.what-happens-heading')}>
      <p>{t(isSupplement ? 'cases.review.what-happens-supplement' : 'cases.review.what-happens')}</p>
      <form method="post" action={stepPath(draft, reviewStep)}>
        <Actions>
          <Button>{t('cases.review.send')}</Button>
        </Actions>
      </form>
    </Section>
  )
}

/** The steps with something to mend, first step first, each a way back to it. */
function Problems({ review, announce }: { readonly review: Review; readonly announce: boolean }) {
  const { t } = useTexts()
  const titles = new Map(review.groups.map(({ stepId, title }) => [stepId, title]))
  return (
    <Notice
      tone="danger"
      heading={t(isPaperForm(review.service) ? 'cases.review.problems-paper' : 'cases.review.problems')}
      announce={announce}
    >
      <ul>
        {review.problems.map(({ stepId, problems }) => (
          <li key={stepId}>
            <a href={stepPath(review.draft.id, stepId)}>
              {t('cases.review.problems-step', { step: titles.get(stepId) ?? stepId, count: problems.length })}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

type RefusedProps = { readonly failure: Exclude<SubmitFailure, { kind: 'problems' }>; readonly draft: string }

/** Why what is right can't be sent all the same, and what to do. */
function Refused({ failure, draft }: RefusedProps) {
  const texts = useTexts()
  const { t } = texts
  switch (failure.kind) {
    case 'login-required':
      return (
        <Notice tone="danger" heading={t('cases.review.login')} announce>
          <p>{t('cases.review.login-text')}</p>
          <ButtonLink href={loginAddress(stepPath(draft, reviewStep))}>{t('ui.menu.log-in')}</ButtonLink>
        </Notice>
      )
    case 'not-waiting':
      return (
        <Notice tone="danger" heading={t('cases.review.not-waiting')} announce>
          <p>{t('cases.review.not-waiting-text')}</p>
          <ButtonLink href={`${casePath(failure.caseId)}/meddelanden`}>{t('cases.overview.new-message')}</ButtonLink>
        </Notice>
      )
    case 'unmet':
      return (
        <Notice tone="danger" heading={t('cases.review.unmet')} announce>
          <p>{unmetText(failure.unmet, texts)}</p>
        </Notice>
      )
    case 'not-fetched':
      return <NotFetched />
    case 'closed':
    case 'contacts':
    case 'form-changed':
      // The page itself says that it is closed, and what to mend; a form that has changed is told of on a page of its own.
      return null
    default:
      return unreachable(failure)
  }
}

import { AnswersView } from '../../forms/answers-view.tsx'
import type { FilledForm } from '../../forms/filled.ts'
import type { Problem } from '../../forms/problem.ts'
import { problemLinks } from '../../forms/problem-links.ts'
import type { SummaryGroup } from '../../forms/summary.ts'
import { Actions } from '../../ui/form/actions.tsx'
import { Button } from '../../ui/form/button.tsx'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { MandatoryNote } from '../../ui/form/mandatory.tsx'
import { TypedAgain } from '../../ui/form/typed-again.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Notice } from '../../ui/list/notice.tsx'
import { Prose } from '../../ui/page/prose.tsx'
import { Section } from '../../ui/page/section.tsx'
import type { PartyView } from '../party-view.ts'
import { invitationPath, sealedFilePath } from '../paths.ts'
import { type Failure, FailureNotice } from './failure-notice.tsx'
import { HowToSign } from './how-to-sign.tsx'
import { InvitationFrame } from './invitation-frame.tsx'
import { OwnQuestions } from './own-questions.tsx'
import { asOthersSee, Signers } from './signers.tsx'

/** What somebody is asked to sign, as they may see it. */
export type InvitationViewModel = {
  readonly draft: string
  /** The e-service's title. */
  readonly service: string
  readonly what: 'application' | 'supplement'
  /** The applicant's name; undefined where it may not be shown. */
  readonly from: string | undefined
  readonly role: PartyView['role']
  /** They had read it, before the answers were changed. */
  readonly isAgain: boolean
  readonly dueAt: Date
  /** What the applicant answered, without what is hidden from other parties. */
  readonly groups: readonly SummaryGroup[]
  /** Whether something is hidden. */
  readonly hidesSome: boolean
  /** What they fill in themselves, as it stands; undefined when nothing is asked of them. */
  readonly own: FilledForm | undefined
  readonly parties: readonly PartyView[]
}

type InvitationViewProps = {
  readonly invitation: InvitationViewModel
  readonly problems?: readonly Problem[]
  /** What they had posted when their session had ended stands in the fields. */
  readonly isResumed?: boolean
  readonly justSaved?: boolean
  /** Why no signature came of it. */
  readonly failure?: Failure | undefined
}

/** What somebody who has been asked to sign reads, and fills in, before they do. */
export function InvitationView({ invitation, problems = [], isResumed, justSaved, failure }: InvitationViewProps) {
  const texts = useTexts()
  const { t, format } = texts
  const { draft, service, what, from, role, isAgain, dueAt, groups, hidesSome, own, parties } = invitation
  const title = t('signing.invitation.title')
  return (
    <InvitationFrame title={title} service={service} hasProblems={problems.length > 0}>
      <ErrorSummary problems={own ? problemLinks(own.form, problems, texts) : []} />
      <FailureNotice failure={failure} />
      {justSaved ? (
        <Notice tone="success" announce>
          <p>{t('signing.invitation.saved')}</p>
        </Notice>
      ) : null}
      {isAgain ? (
        <Notice tone="warning">
          <p>{t('signing.invitation.again', { what })}</p>
        </Notice>
      ) : null}
      <Prose>
        <p>
          {from === undefined
            ? t('signing.invitation.lead-unnamed', { what, role })
            : t('signing.invitation.lead', { what, role, name: from })}
        </p>
        <p>{t('signing.invitation.how', { own: own ? 'yes' : 'no', day: format.date(dueAt) })}</p>
        {hidesSome ? <p>{t('signing.invitation.hidden')}</p> : null}
      </Prose>
      <HowToSign />
      <form method="post" action={invitationPath(draft)} noValidate>
        <AnswersView groups={groups} fileHref={(file) => sealedFilePath(draft, file)} />
        {own ? (
          <Section heading={t('signing.invitation.own')}>
            {isResumed ? <TypedAgain>{t('signing.invitation.resumed')}</TypedAgain> : null}
            <Prose>
              <p>{t('signing.invitation.own-text')}</p>
            </Prose>
            <OwnQuestions filled={own} problems={problems} />
          </Section>
        ) : null}
        <Actions>
          <Button name="action" value={invitationActions.next}>
            {t('signing.invitation.next')}
          </Button>
          {own ? (
            <Button name="action" value={invitationActions.save} variant="secondary">
              {t('drafts.action.save')}
            </Button>
          ) : null}
          <Button name="action" value={invitationActions.decline} variant="tertiary">
            {t('signing.decline.link')}
          </Button>
        </Actions>
        {own?.steps.some(({ questions }) => questions.some(({ mandatory }) => mandatory)) ? <MandatoryNote /> : null}
      </form>
      {parties.length > 1 ? (
        <Section heading={t('signing.signers')}>
          <Signers signers={parties.map(asOthersSee)} />
        </Section>
      ) : null}
    </InvitationFrame>
  )
}

/** What the buttons post: each saves what was typed first. */
export const invitationActions = { next: 'vidare', save: 'spara', decline: 'avboj' } as const

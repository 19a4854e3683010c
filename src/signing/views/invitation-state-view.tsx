import { AnswersView } from '../../forms/answers-view.tsx'
import type { SummaryGroup } from '../../forms/summary.ts'
import { Actions } from '../../ui/form/actions.tsx'
import { ButtonLink } from '../../ui/form/button.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Notice } from '../../ui/list/notice.tsx'
import { Prose } from '../../ui/page/prose.tsx'
import { Section } from '../../ui/page/section.tsx'
import type { PartyView } from '../party-view.ts'
import { sealedFilePath } from '../paths.ts'
import { type Failure, FailureNotice } from './failure-notice.tsx'
import { InvitationFrame } from './invitation-frame.tsx'
import { asOthersSee, Signers } from './signers.tsx'

type InvitationStateProps = {
  readonly draft: string
  /** The e-service's title. */
  readonly service: string
  readonly what: 'application' | 'supplement'
  /** Why there is nothing to sign just now. */
  readonly state: 'not-yet' | 'signed' | 'declined' | 'changing' | 'withdrawn'
  /** When they signed or declined. */
  readonly at: Date | undefined
  /** What they may read of it; nothing where it can't be read any more. */
  readonly groups: readonly SummaryGroup[]
  readonly parties: readonly PartyView[]
  /** True right after they have signed or declined. */
  readonly justNow?: boolean | undefined
  /** Why no signature came of it. */
  readonly failure?: Failure | undefined
}

/** What somebody reads who has nothing to sign: it isn't their turn, they have answered, or it has been taken back. */
export function InvitationStateView(props: InvitationStateProps) {
  const { draft, service, what, state, at, groups, parties, justNow, failure } = props
  const { t, format } = useTexts()
  const title = t(`signing.invitation.${state}.title`, { what })
  const text = t(`signing.invitation.${state}.text`, { what, when: at ? format.dateTime(at) : '' })
  return (
    <InvitationFrame title={title} service={service}>
      <FailureNotice failure={failure} />
      {justNow ? (
        <Notice tone="success" announce>
          <p>{text}</p>
        </Notice>
      ) : (
        <Prose>
          <p>{text}</p>
        </Prose>
      )}
      {parties.length > 0 ? (
        <Section heading={t('signing.signers')}>
          <Signers signers={parties.map(asOthersSee)} />
        </Section>
      ) : null}
      {groups.length > 0 ? (
        <Section heading={t('signing.what-is-signed')}>
          <AnswersView groups={groups} fileHref={(file) => sealedFilePath(draft, file)} level={3} />
        </Section>
      ) : null}
      <Actions>
        <ButtonLink href="/mina-sidor" variant="secondary">
          {t('drafts.saved.my-pages')}
        </ButtonLink>
      </Actions>
    </InvitationFrame>
  )
}

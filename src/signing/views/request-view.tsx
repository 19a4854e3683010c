import { AnswersView } from '../../forms/answers-view.tsx'
import type { SummaryGroup } from '../../forms/summary.ts'
import { useTexts } from '../../ui/frame.ts'
import { LinkList } from '../../ui/list/link-list.tsx'
import { Notice, type NoticeTone } from '../../ui/list/notice.tsx'
import { Columns } from '../../ui/page/columns.tsx'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import { Prose } from '../../ui/page/prose.tsx'
import { Section } from '../../ui/page/section.tsx'
import type { Done } from '../done.ts'
import { changePath, sealedFilePath, withdrawPath } from '../paths.ts'
import type { WayToSign } from '../ways.ts'
import { type Failure, FailureNotice } from './failure-notice.tsx'
import { HowToSign } from './how-to-sign.tsx'
import { MissingNotice } from './missing-notice.tsx'
import { type OwnParty, ownSigner } from './own-signer.tsx'
import { Signers } from './signers.tsx'
import { WaysToSign } from './ways-to-sign.tsx'

/** An own application that waits for signatures. */
export type RequestViewModel = {
  readonly draft: string
  /** The e-service's title. */
  readonly service: string
  readonly what: 'application' | 'supplement'
  /** The applicant first. */
  readonly parties: readonly OwnParty[]
  /** Each is invited when the one before has signed. */
  readonly inOrder: boolean
  /** When those who haven't signed have had their time. */
  readonly dueAt: Date
  /** Whether the applicant, who signs first, hasn't yet. */
  readonly isOwnTurn: boolean
  /** Nobody is left to wait for: the time is over, or all who haven't signed have declined. */
  readonly isStuck: boolean
  /** Whether the service takes it without somebody's signature, once nobody is left to wait for. */
  readonly mayMiss: boolean
  /** All that was answered. */
  readonly groups: readonly SummaryGroup[]
}

type RequestViewProps = {
  readonly request: RequestViewModel
  readonly ways: readonly WayToSign[]
  readonly region: string
  readonly failure?: Failure | undefined
  readonly done?: Done | undefined
}

/** The applicant's page while signatures are waited for: their own first, then how it stands with the others, and what they can do. */
export function RequestView({ request, ways, region, failure, done }: RequestViewProps) {
  const texts = useTexts()
  const { t } = texts
  const { draft, service, parties, isOwnTurn, groups, what } = request
  const isAlone = parties.length === 1
  const title = t(isOwnTurn ? (isAlone ? 'signing.title.alone' : 'signing.title.own') : 'signing.title.waiting')
  return (
    <Page title={title} area="mine" back={{ href: '/mina-sidor', label: t('ui.menu.my-pages') }}>
      <Columns aside={<Choices draft={draft} what={what} isOwnTurn={isOwnTurn} />}>
        <PageHeading title={title} over={service} />
        <FailureNotice failure={failure} />
        {done && done !== 'sparad' && done !== 'avbojt' ? (
          <Notice tone={toneOf(done)} announce>
            <p>{t(`signing.done.${done}`, { what })}</p>
          </Notice>
        ) : null}
        {isOwnTurn ? null : <MissingNotice {...request} />}
        <Lead {...request} />
        <HowToSign />
        {isOwnTurn ? <WaysToSign draft={draft} ways={ways} region={region} /> : null}
        {isAlone ? null : (
          <Section heading={t('signing.signers')}>
            <Signers signers={parties.map((party) => ownSigner(draft, party, texts))} />
          </Section>
        )}
        <Section heading={t(isOwnTurn ? 'signing.what-you-sign' : 'signing.what-is-signed')}>
          <AnswersView groups={groups} fileHref={(file) => sealedFilePath(draft, file)} level={3} />
        </Section>
      </Columns>
    </Page>
  )
}

const toneOf = (done: Done): NoticeTone => {
  if (done === 'inte-sparat' || done === 'for-manga') return 'warning'
  return done === 'for-tidigt' ? 'info' : 'success'
}

/** What happens now, and until when. */
function Lead({ what, parties, inOrder, isOwnTurn, isStuck, dueAt }: RequestViewModel) {
  const { t, format } = useTexts()
  if (isOwnTurn) {
    const text = parties.length === 1 ? 'alone' : inOrder ? 'first-in-order' : 'first'
    return (
      <Prose>
        <p>{t(`signing.lead.${text}`, { what, others: parties.length - 1 })}</p>
      </Prose>
    )
  }
  return isStuck ? null : (
    <Prose>
      <p>{t('signing.lead.waiting', { what, day: format.date(dueAt) })}</p>
    </Prose>
  )
}

/** What else can be done with it. Each asks first. */
function Choices({ draft, what, isOwnTurn }: Pick<RequestViewModel, 'draft' | 'what' | 'isOwnTurn'>) {
  const { t } = useTexts()
  // The applicant signs first: before that nobody has.
  const signed = isOwnTurn ? 'no' : 'yes'
  return (
    <Panel heading={t('signing.choices')}>
      <LinkList
        links={[
          {
            href: changePath(draft),
            label: t('signing.choice.change', { what }),
            icon: 'pen',
            text: t('signing.choice.change-text', { signed }),
          },
          {
            href: withdrawPath(draft),
            label: t('signing.choice.withdraw'),
            icon: 'back',
            text: t('signing.choice.withdraw-text', { signed }),
          },
        ]}
      />
    </Panel>
  )
}

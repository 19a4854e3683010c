import { AnswersView } from '../../forms/answers-view.tsx'
import type { SummaryGroup } from '../../forms/summary.ts'
import { FactList } from '../../ui/form/known-facts.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Panel } from '../../ui/page/panel.tsx'
import { Prose } from '../../ui/page/prose.tsx'
import { Section } from '../../ui/page/section.tsx'
import type { PartyView } from '../party-view.ts'
import { declinePath, invitationPath } from '../paths.ts'
import type { WayToSign } from '../ways.ts'
import { type Failure, FailureNotice } from './failure-notice.tsx'
import { InvitationFrame } from './invitation-frame.tsx'
import { WaysToSign } from './ways-to-sign.tsx'

type SignatureViewProps = {
  readonly draft: string
  /** The e-service's title. */
  readonly service: string
  readonly what: 'application' | 'supplement'
  readonly from: string | undefined
  readonly signsAs: PartyView['role']
  /** How many questions and files the signature covers. */
  readonly covers: { readonly answers: number; readonly files: number }
  /** What they have filled in themselves; nothing when nothing was asked of them. */
  readonly own: readonly SummaryGroup[]
  readonly ways: readonly WayToSign[]
  readonly region: string
  readonly failure?: Failure | undefined
}

/** What is about to be signed, in short, and the ways to do it. */
export function SignatureView(props: SignatureViewProps) {
  const { draft, service, what, from, signsAs, covers, own, ways, region, failure } = props
  const { t } = useTexts()
  const title = t('signing.title.own')
  const facts = [
    { term: t('signing.signature.service'), value: service },
    ...(from === undefined ? [] : [{ term: t('signing.role.applicant'), value: from }]),
    { term: t('signing.signature.as'), value: t(`signing.role.${signsAs}`) },
    { term: t('signing.signature.covers'), value: t('signing.signature.covers-text', covers) },
  ]
  return (
    <InvitationFrame
      title={title}
      service={service}
      back={{ href: invitationPath(draft), label: t('signing.signature.back', { what }) }}
    >
      <FailureNotice failure={failure} />
      <Panel heading={t('signing.what-you-sign')}>
        <FactList facts={facts} />
      </Panel>
      <AnswersView groups={own} fileHref={() => undefined} />
      <Section heading={t('signing.signature.ways')}>
        <WaysToSign draft={draft} ways={ways} region={region} />
      </Section>
      <Section heading={t('signing.decline.link')}>
        <Prose>
          <p>
            {t('signing.decline.instead')} <a href={declinePath(draft)}>{t('signing.decline.go')}</a>
          </p>
        </Prose>
      </Section>
    </InvitationFrame>
  )
}

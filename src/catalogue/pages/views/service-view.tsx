import { serviceKindText } from '../../../ui/catalogue/service-list.tsx'
import { FactList } from '../../../ui/form/known-facts.tsx'
import { useFrame, useTexts } from '../../../ui/frame.ts'
import { LinkList } from '../../../ui/list/link-list.tsx'
import { Notice } from '../../../ui/list/notice.tsx'
import { Columns } from '../../../ui/page/columns.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { PageHeading } from '../../../ui/page/page-heading.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { Written } from '../../../ui/page/written.tsx'
import { listingOf } from '../../definition/listing.ts'
import type { CatalogueEntry } from '../../model.ts'
import { openingInShort, unmetText, whoMay } from '../../opening/opening-text.ts'
import type { Unmet } from '../../opening/requirements.ts'
import type { BlankForm } from '../../ports.ts'
import type { Standing } from '../../queries/get-standing.ts'
import { ServiceFacts } from './service-facts.tsx'
import { signatureText } from './signature-text.ts'
import { WayIn, wayInTitle } from './way-in.tsx'

type ServiceViewProps = {
  readonly entry: CatalogueEntry
  readonly standing: Standing
  /** Why the reader could not begin just now. */
  readonly unmet?: Unmet | undefined
  readonly loggedIn: boolean
  /** The PDFs of a form on paper. */
  readonly blanks: readonly BlankForm[]
}

/** A service's start page, in the order that all of them have. */
export function ServiceView({ entry, standing, unmet, loggedIn, blanks }: ServiceViewProps) {
  const texts = useTexts()
  const { t, pick } = texts
  const { definition } = entry
  return (
    <Page title={pick(definition.title)} area="services" back={{ href: '/e-tjanster', label: t('catalogue.back') }}>
      <PageHeading title={pick(definition.title)}>
        <p>{pick(definition.summary)}</p>
      </PageHeading>
      {unmet ? (
        <Notice tone="danger" heading={t('catalogue.unmet.title')} announce>
          <p>{unmetText(unmet, texts)}</p>
        </Notice>
      ) : null}
      <Columns
        stays
        first={<InShort entry={entry} standing={standing} />}
        aside={<WayIn entry={entry} opening={standing.opening} loggedIn={loggedIn} blanks={blanks} />}
      >
        <ProtectedIdentity />
        {definition.notices.map(({ tone, heading, text, links }) => (
          <Notice key={text.sv} tone={tone} heading={heading && pick(heading)}>
            <Written text={pick(text)} />
            {links.length > 0 ? (
              <LinkList links={links.map(({ href, label }) => ({ href, label: pick(label) }))} />
            ) : null}
          </Notice>
        ))}
        <ServiceFacts definition={definition} />
      </Columns>
    </Page>
  )
}

/** The same words to everybody on every service, so that they reveal nothing of who reads them (requirement B1.4). */
function ProtectedIdentity() {
  const { phone } = useFrame().municipality.contactCentre
  const { t } = useTexts()
  return (
    <Notice tone="info">
      <p>{t('catalogue.protected-identity', { phone })}</p>
    </Notice>
  )
}

function InShort({ entry: { definition }, standing }: Pick<ServiceViewProps, 'entry' | 'standing'>) {
  const texts = useTexts()
  const { t, pick } = texts
  const { kind, inShort } = definition
  const { login } = listingOf(definition)
  const opening = openingInShort(standing.opening, texts)
  const who = whoMay(standing.open, texts)
  return (
    <Panel heading={t('catalogue.in-short')}>
      <FactList
        facts={[
          ...(opening ? [{ term: t('catalogue.in-short.open'), value: opening }] : []),
          ...(who ? [{ term: t('catalogue.in-short.who'), value: who }] : []),
          {
            term: t('catalogue.in-short.login'),
            value: t(kind === 'paper-form' ? 'catalogue.in-short.login-none' : serviceKindText({ kind, login })),
          },
          {
            term: t('catalogue.in-short.signature'),
            value: signatureText(definition, texts),
          },
          ...(inShort
            ? [
                { term: t('catalogue.fee'), value: pick(inShort.fee) },
                { term: t('catalogue.handling-time'), value: pick(inShort.handlingTime) },
              ]
            : []),
        ]}
      />
      <div class="narrow-only">
        <LinkList links={[{ href: '#starta', label: t(wayInTitle(kind)), icon: 'chevron' }]} />
      </div>
    </Panel>
  )
}

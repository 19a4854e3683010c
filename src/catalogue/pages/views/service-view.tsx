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
import { ServiceFacts } from './service-facts.tsx'
import { WayIn, wayInTitle } from './way-in.tsx'

type ServiceViewProps = { readonly entry: CatalogueEntry; readonly loggedIn: boolean }

/** A service's start page, in the order that all of them have. */
export function ServiceView({ entry, loggedIn }: ServiceViewProps) {
  const { t, pick } = useTexts()
  const { definition } = entry
  return (
    <Page title={pick(definition.title)} area="services" back={{ href: '/e-tjanster', label: t('catalogue.back') }}>
      <PageHeading title={pick(definition.title)}>
        <p>{pick(definition.summary)}</p>
      </PageHeading>
      <Columns stays first={<InShort entry={entry} />} aside={<WayIn entry={entry} loggedIn={loggedIn} />}>
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

function InShort({ entry: { definition } }: { readonly entry: CatalogueEntry }) {
  const { t, pick } = useTexts()
  const { kind, inShort } = definition
  const { login } = listingOf(definition)
  return (
    <Panel heading={t('catalogue.in-short')}>
      <FactList
        facts={[
          { term: t('catalogue.in-short.login'), value: t(serviceKindText({ kind, login })) },
          {
            term: t('catalogue.in-short.signature'),
            value: t(kind === 'paper-form' ? 'catalogue.signature.by-hand' : 'catalogue.signature.none'),
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

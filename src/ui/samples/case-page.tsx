import { Diff } from '../case/diff.tsx'
import { MessageThread } from '../case/message-thread.tsx'
import { Timeline } from '../case/timeline.tsx'
import { Button, ButtonLink } from '../form/button.tsx'
import { TextArea } from '../form/text-area.tsx'
import { LinkList } from '../list/link-list.tsx'
import { Notice } from '../list/notice.tsx'
import { SummaryList } from '../list/summary-list.tsx'
import { Tabs } from '../list/tabs.tsx'
import { StatusTag } from '../list/tag.tsx'
import { Columns } from '../page/columns.tsx'
import { Page } from '../page/page.tsx'
import { PageHeading } from '../page/page-heading.tsx'
import { Panel } from '../page/panel.tsx'
import { Section } from '../page/section.tsx'

const aside = (
  <>
    <Panel heading="Det du skickade in">
      <LinkList
        links={[
          { href: '/mina-sidor/arenden/2/visa', label: 'Visa ärende', icon: 'file' },
          { href: '/mina-sidor/arenden/2/pdf', label: 'Ladda ner som PDF', icon: 'download' },
        ]}
      />
    </Panel>
    <ButtonLink href="/mina-sidor/arenden/2/meddelanden" variant="secondary" icon="speech">
      Nytt meddelande
    </ButtonLink>
  </>
)

/** A case in all its parts, as the citizen and the case worker see them. */
export function SampleCasePage() {
  return (
    <Page title="Bygglov, Eken 4" area="mine" back={{ href: '/mina-sidor', label: 'Mina sidor' }}>
      <PageHeading title="Bygglov, Eken 4" over="Ärende 2026-000098">
        <p>
          <StatusTag kind="in-progress">Under handläggning</StatusTag> Karin Lind, bygglovsenheten
        </p>
      </PageHeading>
      <Tabs
        label="Ärendet"
        tabs={[
          { href: '/mina-sidor/arenden/2', label: 'Översikt', current: true },
          { href: '/mina-sidor/arenden/2/meddelanden', label: 'Meddelanden', note: '1 nytt' },
          { href: '/mina-sidor/arenden/2/historik', label: 'Historik' },
        ]}
      />
      <Columns aside={aside}>
        <Section heading="Var är ditt ärende?">
          <Timeline
            entries={[
              { title: 'Inkommet', when: new Date('2026-11-03T18:42:00Z') },
              { title: 'Under handläggning', when: '2026-11-05', text: 'Karin granskar ritningarna.' },
              {
                title: 'Beslut',
                text: 'Brukar ta 6 veckor från att allt har kommit in. Beslut senast 14 januari 2027.',
                next: true,
              },
            ]}
          />
        </Section>
        <Notice tone="warning" heading="Vi behöver en uppgift till">
          <p>Situationsplanen saknar mått. Komplettera senast 15 januari 2027.</p>
        </Notice>
        <Section heading="Meddelanden">
          <MessageThread
            messages={[
              {
                id: 'm1',
                from: 'Karin Lind, bygglovsenheten',
                when: new Date('2026-11-05T08:14:00Z'),
                text: 'Hej Ada!\n\nSituationsplanen saknar mått. Kan du skicka en ny?',
                side: 'other',
                unread: true,
                attachments: [{ name: 'Så ritar du en situationsplan.pdf', size: 245_000, href: '/filer/1' }],
              },
              {
                id: 'm2',
                from: 'Du',
                when: new Date('2026-11-05T18:20:00Z'),
                text: 'Ja, den kommer i morgon.',
                side: 'own',
              },
              {
                id: 'm3',
                from: 'Karin Lind, intern notering',
                when: new Date('2026-11-06T07:01:00Z'),
                text: 'Ringt sökanden.',
                side: 'internal',
              },
            ]}
          />
          <form method="post">
            <TextArea name="text" label="Nytt meddelande" limit={4000} rows={4} mandatory />
            <div class="actions">
              <Button icon="mail">Skicka</Button>
            </div>
          </form>
        </Section>
        <Section heading="Det som ändrades">
          <Diff
            rows={[
              { term: 'Byggnadens yta', before: '24 m²', after: '31 m²' },
              { term: 'Kontrollansvarig', after: 'Cecilia Prov' },
            ]}
          />
        </Section>
        <SummaryList
          groups={[
            {
              heading: 'Fastighet och sökande',
              change: { href: '/utkast/9/fastighet' },
              rows: [
                { term: 'Fastighetsbeteckning', value: 'EKEN 4' },
                {
                  term: 'Beskriv vad du vill bygga',
                  value: 'Ett uterum på 31 m²\nmed glaspartier mot söder.',
                  change: { href: '/utkast/9/fastighet#beskriv' },
                },
              ],
            },
          ]}
        />
      </Columns>
    </Page>
  )
}

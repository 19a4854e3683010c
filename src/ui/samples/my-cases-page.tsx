import { EmptyState } from '../list/empty-state.tsx'
import { Notice } from '../list/notice.tsx'
import { type Row, RowList } from '../list/row-list.tsx'
import { StatusTag, Tag } from '../list/tag.tsx'
import { TodoList } from '../list/todo-list.tsx'
import { Page } from '../page/page.tsx'
import { PageHeading } from '../page/page-heading.tsx'
import { Section } from '../page/section.tsx'

const ongoing: readonly Row[] = [
  {
    title: 'Parkeringstillstånd',
    meta: '2026-000123 · Nytt meddelande i går kl. 09.14',
    tag: <StatusTag kind="waiting-for-citizen">Väntar på komplettering</StatusTag>,
    actions: [{ label: 'Till ärende', about: 'Parkeringstillstånd 2026-000123', href: '/mina-sidor/arenden/1' }],
  },
  {
    title: 'Bygglov, Eken 4',
    meta: '2026-000098 · Handläggare utsedd 5 november',
    tag: <StatusTag kind="in-progress">Under handläggning</StatusTag>,
    actions: [{ label: 'Till ärende', about: 'Bygglov, Eken 4 2026-000098', href: '/mina-sidor/arenden/2' }],
  },
]

const saved: readonly Row[] = [
  {
    title: 'Föreningsbidrag',
    meta: 'Steg 3 av 6. Raderas 19 februari 2027 om du inte fortsätter.',
    tag: <Tag tone="end">Sparat, ej inskickat</Tag>,
    actions: [
      { label: 'Fortsätt', about: 'Föreningsbidrag', href: '/utkast/3/ekonomi' },
      { label: 'Ta bort', about: 'Föreningsbidrag', post: '/utkast/3/ta-bort', danger: true },
    ],
  },
]

const finished: readonly Row[] = [
  {
    title: 'Synpunkt om cykelväg',
    meta: '2026-000041 · Besvarad 3 oktober',
    tag: <StatusTag kind="closed">Avslutat</StatusTag>,
    actions: [{ label: 'Till ärende', about: 'Synpunkt om cykelväg 2026-000041', href: '/mina-sidor/arenden/4' }],
  },
]

/** Mina sidor as the portal composes it. */
export function SampleMyCasesPage() {
  return (
    <Page title="Mina ärenden" area="mine">
      <PageHeading title="Mina ärenden" />
      <Notice tone="success" announce>
        <p>Ansökan är borttagen.</p>
      </Notice>
      <Section heading="Att göra">
        <TodoList
          items={[
            {
              title: 'Komplettera din ansökan om parkeringstillstånd',
              text: 'Läkarintyget saknas. Senast 15 januari 2027.',
              action: {
                label: 'Ändra ärende',
                about: 'Parkeringstillstånd 2026-000123',
                href: '/mina-sidor/arenden/1/andra',
              },
            },
            {
              title: 'Skriv under ansökan om förskoleplats för Alve',
              text: 'Bo Exempel har skrivit under och väntar på dig.',
              action: { label: 'Läs och skriv under', about: 'Förskoleplats', href: '/signera/1' },
            },
          ]}
        />
      </Section>
      <Section heading="Pågående">
        <RowList rows={ongoing} />
      </Section>
      <Section heading="Sparade, ej inskickade">
        <RowList rows={saved} />
      </Section>
      <Section heading="Avslutade">
        <RowList rows={finished} />
      </Section>
      <Section heading="Bokningar">
        <EmptyState
          title="Du har inga bokningar."
          icon="calendar"
          action={{ href: '/e-tjanster', label: 'Boka en tid' }}
        >
          <p>Här ser du tider som du har bokat, och kan ändra dem.</p>
        </EmptyState>
      </Section>
    </Page>
  )
}

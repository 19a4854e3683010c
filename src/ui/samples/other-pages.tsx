import { Confirmation } from '../case/confirmation.tsx'
import { ServiceList } from '../catalogue/service-list.tsx'
import { Actions } from '../form/actions.tsx'
import { Button, ButtonLink } from '../form/button.tsx'
import { Checkbox } from '../form/checkbox.tsx'
import { RadioGroup } from '../form/radio-group.tsx'
import { SearchForm } from '../form/search-form.tsx'
import { SelectField } from '../form/select-field.tsx'
import { TextField } from '../form/text-field.tsx'
import { LinkList } from '../list/link-list.tsx'
import { Notice } from '../list/notice.tsx'
import { Pagination } from '../list/pagination.tsx'
import { Tag } from '../list/tag.tsx'
import { Columns } from '../page/columns.tsx'
import { Page } from '../page/page.tsx'
import { PageHeading } from '../page/page-heading.tsx'
import { Panel } from '../page/panel.tsx'
import { Prose } from '../page/prose.tsx'

/** A receipt. */
export function SampleReceiptPage() {
  return (
    <Page title="Vi har nu mottagit ditt ärende!" width="text">
      <Confirmation
        heading="Vi har nu mottagit ditt ärende!"
        facts={[
          { term: 'Ärendenummer', value: '2026-000123' },
          { term: 'Mottaget', value: '6 november 2026 kl. 14.31' },
        ]}
      >
        <p>Vi har skickat en bekräftelse till ada@exempel.example.</p>
      </Confirmation>
      <Actions>
        <ButtonLink href="/mina-sidor/arenden/1" icon="file">
          Till ärendet
        </ButtonLink>
        <ButtonLink href="/mina-sidor/arenden/1/pdf" variant="secondary" icon="download">
          Ladda ner som PDF
        </ButtonLink>
      </Actions>
    </Page>
  )
}

/** An e-service's start page. */
export function SampleServicePage() {
  return (
    <Page title="Ansök om parkeringstillstånd" area="services" back={{ href: '/e-tjanster', label: 'E-tjänster' }}>
      <Columns
        aside={
          <Panel heading="Frågor?">
            <LinkList
              links={[
                { href: 'tel:0900123400', label: '0900-12 34 00', icon: 'phone' },
                { href: 'mailto:gata@exempelkoping.example', label: 'gata@exempelkoping.example', icon: 'mail' },
              ]}
            />
          </Panel>
        }
      >
        <PageHeading title="Ansök om parkeringstillstånd för rörelsehindrad">
          <p>Tillståndet är personligt och gäller i hela Sverige.</p>
        </PageHeading>
        <Actions>
          <Button icon="lock">Starta e-tjänsten</Button>
        </Actions>
        <Notice tone="info" heading="Har du skyddade personuppgifter?">
          <p>Ring kontaktcenter, 0900-12 34 00, innan du börjar.</p>
        </Notice>
        <Prose>
          <h2>Det här behöver du</h2>
          <ul>
            <li>Läkarintyg på kommunens blankett, högst 6 månader gammalt</li>
            <li>Foto i passformat</li>
          </ul>
          <h2>Handläggningstid</h2>
          <p>
            4–6 veckor från att ansökan är fullständig. Läs mer om <a href="/hjalp/fragor-och-svar">handläggning</a>.
          </p>
        </Prose>
      </Columns>
    </Page>
  )
}

/** Search results. */
export function SampleSearchPage() {
  return (
    <Page title="E-tjänster" area="services">
      <PageHeading title="E-tjänster" />
      <SearchForm action="/e-tjanster" label="Sök e-tjänst" value="fullmakt" />
      <p class="quiet-line" role="status">
        4 träffar på fullmakt.
      </p>
      <ServiceList
        look="rows"
        level={2}
        services={[
          {
            href: '/e-tjanster/fullmakt',
            title: 'Fullmakt',
            text: 'Låt någon annan sköta ditt ärende.',
            kind: 'paper-form',
            login: 'none',
          },
          { href: '/e-tjanster/lediga-jobb', title: 'Lediga jobb', kind: 'external', login: 'none' },
          { href: '/e-tjanster/synpunkt', title: 'Lämna synpunkt', kind: 'electronic', login: 'optional' },
          { href: '/e-tjanster/felanmalan', title: 'Anmäl fel', kind: 'electronic', login: 'none' },
        ]}
      />
      <Pagination page={1} pages={2} href={(page) => `/e-tjanster?sida=${page}`} />
    </Page>
  )
}

/** What the other samples leave out: states of fields and tones. */
export function SampleStatesPage() {
  return (
    <Page title="Tillstånd" width="text" hasProblems>
      <PageHeading title="Tillstånd" />
      <Notice tone="danger" heading="Du är inte inloggad längre" announce>
        <p>Dina svar är sparade.</p>
      </Notice>
      <p>
        <Tag tone="progress">Pågår</Tag> <Tag tone="wait">Väntar</Tag> <Tag tone="done">Klart</Tag>{' '}
        <Tag tone="end">Slut</Tag>
      </p>
      <form method="post" noValidate>
        <Checkbox
          name="intygar"
          label="Jag intygar att uppgifterna stämmer"
          mandatory
          problem="Kryssa i rutan för att intyga"
        />
        <Checkbox name="spara" label="Spara i Mina uppgifter" help="Så slipper du skriva dem nästa gång." checked />
        <TextField
          name="yta"
          label="Byggnadens yta"
          mandatory
          width="xs"
          suffix="m²"
          inputmode="decimal"
          problem="Ange ett tal"
        />
        <TextField
          name="belopp"
          label="Belopp"
          prefix="ca"
          suffix="kronor"
          width="s"
          inputmode="numeric"
          value="1500"
        />
        <TextField name="epost" label="E-post" type="email" autocomplete="email" />
        <SelectField
          name="omrade"
          label="Område"
          problem="Välj ett område"
          choices={[
            { value: 'a', label: 'Vård och omsorg' },
            { value: 'b', label: 'Gator och parker' },
          ]}
        />
        <RadioGroup
          name="svar"
          label="Vill du ha svar?"
          inline
          problem="Välj ja eller nej"
          choices={[
            { value: 'ja', label: 'Ja' },
            { value: 'nej', label: 'Nej' },
          ]}
        />
        <Actions>
          <Button variant="danger">Ta bort ansökan</Button>
          <ButtonLink href="/mina-sidor" variant="tertiary">
            Avbryt
          </ButtonLink>
        </Actions>
      </form>
    </Page>
  )
}

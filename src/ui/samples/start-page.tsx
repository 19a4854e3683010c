import { CategoryList } from '../catalogue/category-list.tsx'
import { ServiceList } from '../catalogue/service-list.tsx'
import { SearchForm } from '../form/search-form.tsx'
import { Banner } from '../page/banner.tsx'
import { Page } from '../page/page.tsx'
import { PageHeading } from '../page/page-heading.tsx'
import { Section } from '../page/section.tsx'

const services = [
  { title: 'Ansök om förskoleplats', icon: 'child', login: 'required' },
  { title: 'Ansök om bygglov', icon: 'house', login: 'required' },
  { title: 'Anmäl fel på gata eller i park', icon: 'bulb', login: 'none' },
  { title: 'Ansök om parkeringstillstånd för rörelsehindrad', icon: 'car', login: 'required' },
  { title: 'Boka tid för vigsel', icon: 'rings', login: 'required' },
  { title: 'Ställ dig i kö för båtplats', icon: 'boat', login: 'required' },
] as const

const areas = [
  ['Barn och utbildning', 14],
  ['Bygga och bo', 22],
  ['Fritid och kultur', 11],
  ['Företag och livsmedel', 17],
  ['Gator, trafik och parkering', 9],
  ['Kommun och politik', 6],
  ['Miljö och avfall', 13],
  ['Omsorg och stöd', 12],
  ['Föreningar', 5],
] as const

/** A start page as the portal composes it. */
export function SampleStartPage() {
  const banner = (
    <Banner>
      <PageHeading title="Vad vill du göra?">
        <p>Ansök, anmäl, boka och följ dina ärenden. Dygnet runt, på svenska och engelska.</p>
      </PageHeading>
      <SearchForm
        action="/e-tjanster"
        label="Sök e-tjänst"
        hint="Till exempel bygglov, förskola, fel på gatan"
        banner
      />
    </Banner>
  )
  return (
    <Page title="Start" area="start" banner={banner}>
      <Section heading="Används mest just nu">
        <ServiceList
          services={services.map((service, index) => ({
            ...service,
            href: `/e-tjanster/tjanst-${index}`,
            kind: 'electronic',
          }))}
        />
      </Section>
      <Section heading="Alla områden">
        <CategoryList
          categories={areas.map(([label, count], index) => ({ label, count, href: `/e-tjanster?omrade=${index}` }))}
        />
      </Section>
    </Page>
  )
}

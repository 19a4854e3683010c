import { Steps } from '../case/steps.tsx'
import { Actions } from '../form/actions.tsx'
import { Button } from '../form/button.tsx'
import { CheckboxGroup } from '../form/checkbox-group.tsx'
import { DateField } from '../form/date-field.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'
import { FileField } from '../form/file-field.tsx'
import { KnownFacts } from '../form/known-facts.tsx'
import { MandatoryNote } from '../form/mandatory.tsx'
import { RadioGroup } from '../form/radio-group.tsx'
import { TextArea } from '../form/text-area.tsx'
import { TextField } from '../form/text-field.tsx'
import { Columns } from '../page/columns.tsx'
import { Page } from '../page/page.tsx'
import { PageHeading } from '../page/page-heading.tsx'

const problems = {
  telefon: 'Ange ett giltigt telefonnummer eller lämna fältet tomt',
  giltig: 'Ange en dag som finns, till exempel 3 mars 2027',
  intyg: 'Lägg till läkarintyget',
}

const steps = [
  { label: 'Innan du börjar', state: 'done', href: '/utkast/1/innan' },
  { label: 'Du som söker', state: 'current' },
  { label: 'Rörelseförmåga och bilagor', state: 'ahead' },
  { label: 'Granska och skriv under', state: 'ahead' },
] as const

/** A step of a form with errors, as the drafts compose it. */
export function SampleStepPage() {
  return (
    <Page title="Du som söker" area="services" hasProblems back={{ href: '/utkast/1/innan', label: 'Föregående' }}>
      <Columns aside={<Steps steps={steps} />}>
        <PageHeading title="Du som söker" over="Parkeringstillstånd · Steg 2 av 4" />
        <ErrorSummary problems={Object.entries(problems).map(([id, problem]) => ({ id, problem }))} />
        <KnownFacts
          facts={[
            { term: 'Namn', value: 'Ada Exempel' },
            { term: 'Adress', value: 'Storgatan 1, 900 01 Exempelköping' },
          ]}
          source="Hämtat från folkbokföringen i dag kl. 14.31"
        />
        <form method="post" encType="multipart/form-data" noValidate>
          <TextField
            name="telefon"
            label="Telefonnummer"
            help="Vi ringer bara om något är oklart."
            type="tel"
            autocomplete="tel"
            width="s"
            value="070-174"
            problem={problems.telefon}
          />
          <RadioGroup
            name="forsta"
            label="Söker du för första gången?"
            mandatory
            value="ja"
            choices={[
              { value: 'ja', label: 'Ja, jag har inget tillstånd' },
              { value: 'nej', label: 'Nej, jag vill förnya', help: 'Sök tidigast tre månader före sista dagen.' },
            ]}
          />
          <DateField
            name="giltig"
            label="När går ditt tillstånd ut?"
            value={{ day: '31', month: '2', year: '2027' }}
            wrong={['day']}
            problem={problems.giltig}
          />
          <CheckboxGroup
            name="hjalpmedel"
            label="Vilka hjälpmedel använder du?"
            values={['rollator']}
            choices={['Käpp', 'Kryckor', 'Rollator', 'Rullstol'].map((label) => ({
              value: label.toLowerCase(),
              label,
            }))}
          />
          <TextArea name="hinder" label="Beskriv vad som gör det svårt att gå" mandatory limit={1000} rows={4} />
          <FileField
            name="intyg"
            label="Läkarintyg"
            help="PDF eller foto, högst 10 MB. All text ska gå att läsa."
            mandatory
            problem={problems.intyg}
            files={[
              {
                name: 'intyg-framsida-som-fotograferades-med-telefonen-20261105.jpg',
                size: 2_412_000,
                href: '/utkast/1/filer/1',
                removal: { name: 'ta-bort', value: '1' },
              },
              { name: 'sida 2.pdf', size: 88_000, removal: { name: 'ta-bort', value: '2' } },
            ]}
            upload={{ name: 'ladda-upp', value: 'intyg' }}
            accept=".pdf,image/*"
          />
          <Actions>
            <Button>Nästa</Button>
            <Button variant="secondary" name="gor" value="spara">
              Spara
            </Button>
            <Button variant="tertiary" name="gor" value="avsluta">
              Spara och avsluta
            </Button>
          </Actions>
          <MandatoryNote />
        </form>
      </Columns>
    </Page>
  )
}

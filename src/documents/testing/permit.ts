import { type Service, ServiceDefinition } from '../../catalogue/public.ts'
import { aDefinition } from '../../catalogue/testing/a-service.ts'
import { questionsOf } from '../../forms/definition.ts'
import type { Json } from '../../forms/json.ts'
import type { Submitted } from '../copy/submitted.ts'

const sv = (text: string) => ({ sv: text })
const yesToPassenger = { '==': [{ var: 'forare' }, 'passagerare'] }

/** A parking permit as its author writes it: long, with a question of every kind that a copy must show. */
export const writtenPermit = aDefinition({
  shortName: 'parkeringstillstand',
  title: sv('Ansök om parkeringstillstånd för rörelsehindrad'),
  form: {
    steps: [
      {
        id: 'sokande',
        title: sv('Du som söker'),
        questions: [
          { id: 'kontakt', type: 'contact', label: sv('Kontaktuppgifter'), address: 'shown' },
          { id: 'sjalv', type: 'yes-no', label: sv('Söker du för dig själv?'), mandatory: true },
          {
            id: 'fornyelse',
            type: 'radio',
            label: sv('Är det första gången du söker, eller vill du förnya ett tillstånd som du redan har?'),
            options: [
              { id: 'forsta', label: sv('Första gången') },
              { id: 'fornya', label: sv('Jag vill förnya') },
            ],
          },
          { id: 'sista-dag', type: 'date', label: sv('Sista giltighetsdag på ditt nuvarande tillstånd') },
        ],
      },
      {
        id: 'rorelse',
        title: sv('Rörelseförmåga'),
        questions: [
          {
            id: 'forare',
            type: 'radio',
            label: sv('Är du förare eller passagerare?'),
            options: [
              { id: 'forare', label: sv('Förare') },
              { id: 'passagerare', label: sv('Passagerare') },
            ],
          },
          {
            id: 'vanta',
            type: 'long-text',
            label: sv('Varför kan du inte vänta ensam medan föraren parkerar?'),
            when: yesToPassenger,
          },
          {
            id: 'hjalpmedel',
            type: 'checkboxes',
            label: sv('Vilka hjälpmedel använder du?'),
            options: [
              { id: 'kapp', label: sv('Käpp eller kryckor') },
              { id: 'rollator', label: sv('Rollator') },
              { id: 'rullstol', label: sv('Rullstol') },
            ],
          },
          { id: 'meter', type: 'number', label: sv('Hur långt kan du gå på plan mark?'), unit: sv('meter') },
          {
            id: 'beskriv',
            type: 'long-text',
            label: sv('Beskriv hur funktionsnedsättningen påverkar din gångförmåga'),
          },
          { id: 'lakare', type: 'yes-no', label: sv('Får vi kontakta läkaren som skrev intyget?') },
          { id: 'ovrigt', type: 'text', label: sv('Något mer vi behöver veta?') },
        ],
      },
      {
        id: 'bilagor',
        title: sv('Bilagor'),
        questions: [
          { id: 'intyg', type: 'attachments', label: sv('Läkarintyg på kommunens blankett') },
          { id: 'foto', type: 'attachments', label: sv('Foto i passformat') },
        ],
      },
    ],
  },
})

const certificate = {
  id: '01930000-0000-7000-8000-00000000f001',
  name: 'Läkarintyg Ada Exempel.pdf',
  mediaType: 'application/pdf',
  size: 1_204_500,
  sha256: 'ab12cd34'.repeat(8),
}

/** The permit's service, as if it had been published. */
export const permitService: Service = {
  serviceId: '01930000-0000-7000-8000-00000000a001',
  shortName: 'parkeringstillstand',
  versionId: '01930000-0000-7000-8000-00000000a002',
  definition: ServiceDefinition.parse(writtenPermit),
}

/** What Ada answered, with one answer of her own words. */
export const permitAnswers = (words = 'Jag har artros i båda knäna.'): Readonly<Record<string, Json>> => ({
  kontakt: {
    name: 'Ada Exempel',
    address: { street: 'Ekvägen 4', postalCode: '900 01', city: 'Exempelköping' },
    email: 'ada@exempel.se',
    phone: '+46701740605',
  },
  sjalv: true,
  fornyelse: 'forsta',
  forare: 'passagerare',
  vanta: words,
  hjalpmedel: ['kapp', 'rullstol'],
  meter: 1204.5,
  beskriv: words,
  lakare: false,
  intyg: [certificate],
})

const allAsked = questionsOf(permitService.definition.form).map(({ id }) => id)

/** A permit that has been sent in; words of the applicant's own where they matter. */
export const aSubmitted = (changes: Partial<Submitted> = {}): Submitted => ({
  caseId: '01930000-0000-7000-8000-00000000c001',
  draftId: '01930000-0000-7000-8000-00000000d001',
  number: '2027-000123',
  sequence: 1,
  asked: allAsked,
  receivedAt: new Date('2027-03-03T13:30:00Z'),
  sender: 'Ada Exempel',
  loggedIn: true,
  service: permitService,
  answers: permitAnswers(),
  digest: Buffer.alloc(32, 0x0f),
  attachments: [{ ...certificate, sha256: Buffer.from(certificate.sha256, 'hex') }],
  signers: [],
  isPart: false,
  ...changes,
})

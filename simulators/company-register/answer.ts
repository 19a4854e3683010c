import type { Company } from './companies.ts'

/** Which source can't answer, and what is said of it in its blocks. */
type Fault = { readonly typ: 'ORGANISATION_FINNS_EJ' | 'OTILLGANGLIG_UPPGIFTSKALLA'; readonly felBeskrivning: string }

const notThere: Fault = { typ: 'ORGANISATION_FINNS_EJ', felBeskrivning: 'Organisationen finns inte.' }
const sourceDown: Fault = { typ: 'OTILLGANGLIG_UPPGIFTSKALLA', felBeskrivning: 'Uppgiftskällan är inte tillgänglig.' }

const idTypes = {
  organisation: { kod: 'ORGANISATIONSNUMMER', klartext: 'Organisationsnummer' },
  person: { kod: 'PERSONNUMMER', klartext: 'Personnummer eller samordningsnummer' },
} as const

/** The register's answer about a number: one entry a firm, each block with its own source and, perhaps, fault. */
export function answerAbout(number: string, firms: readonly Company[], scbIsDown: boolean) {
  const scbFault = scbIsDown ? sourceDown : undefined
  if (firms.length === 0) return { organisationer: [{ ...identity(number), ...emptyBlocks(scbFault ?? notThere) }] }
  return { organisationer: firms.map((firm) => ({ ...identity(number), ...blocksOf(firm, scbFault) })) }
}

const identity = (number: string) => ({
  organisationsidentitet: {
    identitetsbeteckning: number,
    typ: number.length === 12 ? idTypes.person : idTypes.organisation,
  },
})

const bolagsverket = { dataproducent: 'Bolagsverket' } as const
const scb = { dataproducent: 'SCB' } as const

function emptyBlocks(scbFault: Fault) {
  const missing = { ...bolagsverket, fel: notThere }
  return {
    namnskyddslopnummer: null,
    organisationsnamn: { ...missing, organisationsnamnLista: null },
    organisationsform: { ...missing, kod: null, klartext: null },
    juridiskForm: { ...scb, fel: scbFault, kod: null, klartext: null },
    verksamOrganisation: { ...scb, fel: scbFault, kod: null },
    avregistreradOrganisation: null,
    avregistreringsorsak: null,
    pagaendeAvvecklingsEllerOmstruktureringsforfarande: null,
    organisationsdatum: { ...missing, registreringsdatum: null, infortHosScb: null },
    verksamhetsbeskrivning: { ...missing, beskrivning: null },
    naringsgrenOrganisation: { ...scb, fel: scbFault, sni: null },
    postadressOrganisation: { ...missing, postadress: null },
  }
}

function blocksOf(firm: Company, scbFault: Fault | undefined) {
  const fromScb = scbFault ? { ...scb, fel: scbFault } : { ...scb, fel: null }
  const unlessDown = <Value>(value: Value) => (scbFault ? null : value)
  const ours = { ...bolagsverket, fel: null }
  return {
    namnskyddslopnummer: firm.running,
    organisationsnamn: {
      ...ours,
      organisationsnamnLista: [
        {
          namn: firm.name,
          organisationsnamntyp: { kod: 'FORETAGSNAMN', klartext: 'Företagsnamn' },
          registreringsdatum: firm.registered,
          verksamhetsbeskrivningSarskiltForetagsnamn: null,
        },
      ],
    },
    registreringsland: { kod: 'SE-LAND', klartext: 'Sverige' },
    reklamsparr: { ...fromScb, kod: unlessDown('NEJ') },
    organisationsform: { ...ours, ...firm.form },
    juridiskForm: { ...fromScb, kod: unlessDown(firm.scbForm.kod), klartext: unlessDown(firm.scbForm.klartext) },
    verksamOrganisation: { ...fromScb, kod: unlessDown(firm.active ? 'JA' : 'NEJ') },
    avregistreradOrganisation: null,
    avregistreringsorsak: null,
    pagaendeAvvecklingsEllerOmstruktureringsforfarande:
      firm.proceedings.length === 0
        ? null
        : {
            ...ours,
            pagaendeAvvecklingsEllerOmstruktureringsforfarandeLista: firm.proceedings.map(
              ({ kod, klartext, from }) => ({
                kod,
                klartext,
                fromDatum: from,
              }),
            ),
          },
    organisationsdatum: { ...ours, registreringsdatum: firm.registered, infortHosScb: firm.registered },
    verksamhetsbeskrivning: { ...ours, beskrivning: firm.activity },
    naringsgrenOrganisation: { ...fromScb, sni: unlessDown([firm.industry]) },
    postadressOrganisation: {
      ...ours,
      postadress: {
        utdelningsadress: firm.address.street,
        coAdress: null,
        postnummer: firm.address.postalCode,
        postort: firm.address.city,
        land: 'SE',
      },
    },
  }
}

import { z } from 'zod'
import { readPostalCode } from '../../forms/formats/postal-code.ts'
import type { OrganisationAddress, RegisterAnswer, RegisteredOrganisation } from './company-register.ts'
import { legalFormOfCode } from './legal-form-codes.ts'

const text = z.string().nullish()

const source = {
  dataproducent: z.enum(['Bolagsverket', 'SCB']).nullish().catch(undefined),
  fel: z.object({ typ: z.string() }).nullish(),
}

/** A block is often missing or null, and is told to have failed in itself. */
const block = <Shape extends z.ZodRawShape>(shape: Shape) => z.object({ ...source, ...shape }).nullish()

const coded = block({ kod: text, klartext: text })

const Entry = z.object({
  organisationsnamn: block({
    organisationsnamnLista: z.array(z.object({ namn: text, registreringsdatum: text })).nullish(),
  }),
  organisationsform: coded,
  juridiskForm: coded,
  verksamOrganisation: block({ kod: text }),
  avregistreradOrganisation: block({ avregistreringsdatum: text }),
  avregistreringsorsak: coded,
  pagaendeAvvecklingsEllerOmstruktureringsforfarande: block({
    pagaendeAvvecklingsEllerOmstruktureringsforfarandeLista: z
      .array(z.object({ kod: text, klartext: text, fromDatum: text }))
      .nullish(),
  }),
  postadressOrganisation: block({
    postadress: z
      .object({ utdelningsadress: text, coAdress: text, postnummer: text, postort: text, land: text })
      .nullish(),
  }),
})

type Entry = z.infer<typeof Entry>

/** The answer of `POST /organisationer` of Bolagsverket's "Värdefulla datamängder" v1, as far as it is used. */
export const BolagsverketAnswer = z.object({ organisationer: z.array(Entry) })

/** What an answer says: the firms that have a name; `unavailable` when names are missing because a source failed. */
export function readAnswer({ organisationer }: z.infer<typeof BolagsverketAnswer>): RegisterAnswer {
  const organisations = organisationer.flatMap((entry) => readEntry(entry) ?? [])
  if (organisations.length > 0) return { kind: 'found', organisations }
  const failed = organisationer.some(({ organisationsnamn }) => hasFailed(organisationsnamn))
  return failed ? { kind: 'unavailable' } : { kind: 'not-found' }
}

const hasFailed = (of: Entry['organisationsnamn']): boolean =>
  of?.fel?.typ === 'OTILLGANGLIG_UPPGIFTSKALLA' || of?.fel?.typ === 'TIMEOUT'

function readEntry(entry: Entry): RegisteredOrganisation | undefined {
  const name = latestName(entry)
  if (!name) return undefined
  const formBlock = entry.organisationsform?.kod ? entry.organisationsform : entry.juridiskForm
  const form = formBlock?.kod ? legalFormOfCode(formBlock.kod) : undefined
  const address = addressIn(entry)
  const proceedings = proceedingsIn(entry)
  const active = activeIn(entry)
  return {
    name,
    ...(form && { form }),
    ...(formBlock?.klartext && { formName: formBlock.klartext }),
    ...(address && { address }),
    ...(active !== undefined && { active }),
    proceedings,
    producers: {
      name: entry.organisationsnamn?.dataproducent ?? 'Bolagsverket',
      ...(form && { form: formBlock?.dataproducent ?? 'Bolagsverket' }),
      ...(address && { address: entry.postadressOrganisation?.dataproducent ?? 'Bolagsverket' }),
      ...(active !== undefined && { active: entry.verksamOrganisation?.dataproducent ?? 'Bolagsverket' }),
    },
  }
}

/** A firm's names are kept with the day they were registered; the latest is the one it has. */
function latestName({ organisationsnamn }: Entry): string | undefined {
  const names = organisationsnamn?.organisationsnamnLista ?? []
  const [latest] = names
    .filter(({ namn }) => namn)
    .toSorted((a, b) => (b.registreringsdatum ?? '').localeCompare(a.registreringsdatum ?? ''))
  return latest?.namn ?? undefined
}

function addressIn({ postadressOrganisation }: Entry): OrganisationAddress | undefined {
  const found = postadressOrganisation?.postadress
  if (!found?.utdelningsadress || !found.postnummer || !found.postort) return undefined
  return {
    ...(found.coAdress && { careOf: found.coAdress }),
    street: found.utdelningsadress,
    postalCode: readPostalCode(found.postnummer) ?? found.postnummer,
    city: found.postort,
  }
}

/** Bankruptcy and liquidation end a company; a reconstruction or a merger doesn't. */
const endingCodes: readonly string[] = ['KK', 'LI']

const listIn = (entry: Entry) =>
  entry.pagaendeAvvecklingsEllerOmstruktureringsforfarande?.pagaendeAvvecklingsEllerOmstruktureringsforfarandeLista ??
  []

function proceedingsIn(entry: Entry): RegisteredOrganisation['proceedings'] {
  const ended = entry.avregistreradOrganisation?.avregistreringsdatum
  return [
    ...listIn(entry).flatMap(({ kod, klartext, fromDatum }) => {
      const name = klartext ?? kod
      return name ? [{ name, ...(fromDatum && { from: fromDatum }) }] : []
    }),
    ...(ended ? [{ name: entry.avregistreringsorsak?.klartext ?? 'Avregistrerad', from: ended }] : []),
  ]
}

function activeIn(entry: Entry): boolean | undefined {
  if (entry.avregistreradOrganisation?.avregistreringsdatum) return false
  if (listIn(entry).some(({ kod }) => endingCodes.includes(kod ?? ''))) return false
  const code = entry.verksamOrganisation?.kod
  return code === 'JA' ? true : code === 'NEJ' ? false : undefined
}

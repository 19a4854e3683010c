import type { Writer } from '../support/client/answers.ts'
import { type FilledDraft, fillService, submit } from '../support/client/application.ts'
import { fillBuildingPermit } from '../support/client/building-permit.ts'
import type { Client, Visited } from '../support/client/client.ts'
import { aCitizen, aStaffMember, aVisitor } from '../support/client/people.ts'
import { linksOn, postForm } from '../support/client/post-form.ts'

/** What stands in the addresses of a municipality's things. */
export type Things = {
  /** The citizen's and the visitor's, each with one of its steps and its pictures. */
  readonly drafts: readonly { readonly draft: string; readonly step: string; readonly pictures: readonly string[] }[]
  /** One that the citizen represents. */
  readonly organisation: string
  /** The citizen's, with a file of its first submission. */
  readonly case: string
  readonly file: string
  readonly message: string
  readonly messageFile: string
  /** The visitor's. */
  readonly receipt: string
  /** Short names of the citizen's and the visitor's e-service. */
  readonly services: readonly string[]
  /** A file that one of its services offers to everybody; undefined where none does. */
  readonly ownFile: string | undefined
  /** What the citizen has sealed and signed, and somebody else is asked to sign; undefined where no service asks for signatures. */
  readonly request: SignatureRequest | undefined
}

type SignatureRequest = {
  /** The draft's id. */
  readonly request: string
  /** The one who is asked. */
  readonly party: string
  /** A file of the sealed copy. */
  readonly sealedFile: string
}

/** A municipality in which something of everything has happened, all of it written with its canary. */
export type Town = {
  readonly origin: string
  /** Stands in every text that somebody wrote and in every file. */
  readonly canary: string
  readonly citizen: Client
  readonly visitor: Client
  readonly staff: Client
  readonly things: Things
}

type Plan = {
  readonly origin: string
  readonly canary: string
  readonly person: string
  readonly username: string
  /** A service with login whose cases are supplemented by form, and one without. */
  readonly services: { readonly citizen: string; readonly visitor: string }
  /** Whether its services ask for signatures. */
  readonly signs: boolean
}

/** The two municipalities of the demonstration, and who does what in them. */
export const plans = {
  exempelkoping: {
    person: 'ada',
    username: 'hugo',
    services: { citizen: 'parkeringstillstand', visitor: 'felanmalan' },
    signs: true,
  },
  nordby: {
    person: 'cecilia',
    username: 'nora',
    services: { citizen: 'snorojning', visitor: 'synpunkt' },
    signs: false,
  },
} as const

/** Writes the canary wherever free text may stand. */
export const canaryWriter =
  (canary: string): Writer =>
  (field) => {
    if (field.kind === 'textarea') return `Jag skriver ${canary} här.\nOch ${canary} igen.`
    if (field.kind === 'email' || field.name.endsWith('.email')) return `${canary}@prov.example`
    return field.kind === 'text' && !field.numeric && !/(day|month|year|phone|position)$/.test(field.name)
      ? `Text ${canary}`
      : undefined
  }

/** Lets a citizen, a visitor and a staff member do all that can be done. */
export async function inhabit({ origin, canary, person, username, services, signs }: Plan): Promise<Town> {
  const writer = canaryWriter(canary)
  const [citizen, staff, visitor] = [
    await aCitizen(origin, person),
    await aStaffMember(origin, username),
    aVisitor(origin),
  ]
  const choices = { writer, hidden: canary }
  const draft = await fillService(citizen, services.citizen, choices)
  const sent = await send(await fillService(citizen, services.citizen, choices))
  const caseId = sent.url.pathname.split('/')[3] ?? ''
  const reported = await send(await fillService(visitor, services.visitor, choices))
  const visitorsDraft = await fillService(visitor, services.visitor, choices)

  const [mine, theirs] = [`/mina-sidor/arenden/${caseId}`, `/handlaggning/arenden/${caseId}`]
  await postForm(staff, theirs, { to: `${theirs}/ta` })
  await postForm(staff, `${theirs}/meddelanden`, choices)
  await postForm(citizen, `${mine}/meddelanden`, choices)
  const messages = await citizen.get(`${mine}/meddelanden`)
  await postForm(staff, `${theirs}/komplettering`, choices)
  const attachment =
    linksOn(messages)
      .find((path) => path.includes('/bilagor/'))
      ?.split('/') ?? []
  const file = linksOn(await citizen.get(`${mine}/visa`))
    .concat(linksOn(await citizen.get(mine)))
    .find((path) => path.startsWith(`${mine}/bilagor/`))
  const organisation = await addOrganisation(citizen, canary)
  const places = [await placeIn(draft), await placeIn(visitorsDraft)]
  return {
    origin,
    canary,
    citizen,
    visitor,
    staff,
    things: {
      drafts: places,
      organisation,
      case: caseId,
      file: file?.split('/').at(-1) ?? '',
      message: attachment[5] ?? '',
      messageFile: attachment.at(-1) ?? '',
      receipt: reported.url.pathname.split('/')[2] ?? '',
      services: [services.citizen, services.visitor],
      ownFile: await anOwnFile(visitor),
      request: signs ? await requestSignature(citizen, choices) : undefined,
    },
  }
}

/** The addresses that a page's path has in a municipality: one for each of its things that fit. */
export function addressesOf({ things }: Town, path: string): readonly string[] {
  if (path.includes(':ownFile') && things.ownFile === undefined) return []
  const { request } = things
  if (isOfSignatures(path) && !request) return []
  if (request && isOfRequest(path)) {
    const values = { ...request, draft: request.request, file: request.sealedFile, method: 'bankid' }
    return [path.replace(/:(request|draft|party|file|method)/g, (_, name: keyof typeof values) => values[name])]
  }
  return things.drafts
    .flatMap(({ draft, step, pictures }) =>
      things.services.flatMap((service) =>
        filesFor(path, things, pictures).map((file) => {
          const values = { ...things, draft, step, service, file, sequence: 1, format: 'json' }
          return path.replace(
            /:(draft|step|service|case|file|message|receipt|organisation|sequence|format|ownFile)/g,
            (_, name: keyof typeof values) => String(values[name]),
          )
        }),
      ),
    )
    .filter((address, index, all) => all.indexOf(address) === index)
}

/** Pages about what waits for signatures. */
const isOfRequest = (path: string): boolean => path.includes('/signering') || path.startsWith('/signera/')

const isOfSignatures = (path: string): boolean => isOfRequest(path) || path.endsWith('/underskrifter.zip')

/** The file of an address: a picture of the draft, or an attachment of the message or the case. */
const filesFor = (path: string, { messageFile, file }: Things, pictures: readonly string[]): readonly string[] => {
  if (path.includes(':draft') && path.includes(':file')) return pictures
  return [path.includes(':message') ? messageFile : file]
}

/** The address of a file that some service of the catalogue offers. */
async function anOwnFile(visitor: Client): Promise<string | undefined> {
  for (const service of linksOn(await visitor.get('/e-tjanster')).filter((path) => path.startsWith('/e-tjanster/'))) {
    const file = linksOn(await visitor.get(service)).find((path) => path.startsWith('/filer/'))
    if (file) return file.split('/')[2]
  }
  return undefined
}

/** Seals and signs an application that somebody else is asked to sign, too. */
async function requestSignature(
  citizen: Client,
  { writer, hidden }: { readonly writer: Writer; readonly hidden: string },
): Promise<SignatureRequest> {
  const draft = await fillBuildingPermit(citizen, ['nadja'], { writer, hidden })
  await submit(draft)
  const page = await citizen.open(`/utkast/${draft.id}/signering`)
  const links = linksOn(page)
  return {
    request: draft.id,
    party:
      links
        .find((path) => path.includes('/kontakt/'))
        ?.split('/')
        .at(-1) ?? '',
    sealedFile:
      links
        .find((path) => path.includes('/bilagor/'))
        ?.split('/')
        .at(-1) ?? '',
  }
}

/** Writes down an organisation that the citizen represents; answers its id. */
async function addOrganisation(citizen: Client, canary: string): Promise<string> {
  const list = '/mina-sidor/organisationer'
  const posted = await citizen.post(`${list}/ny`, [
    ['name', `Förening ${canary}`],
    ['role', canary],
    ['action', 'spara'],
  ])
  if (posted.status !== 303) throw new Error(`An organisation was answered by ${posted.status}`)
  const id = linksOn(await citizen.get(list))
    .map((path) => path.split('/')[3])
    .find((part) => part !== undefined && part !== 'ny')
  if (!id) throw new Error('The organisation is not on its page')
  return id
}

const send = async (draft: FilledDraft): Promise<Visited> => await draft.client.follow(await submit(draft))

/** A draft, one of its steps, and its files that are shown as small pictures. */
async function placeIn({ client, id, review }: FilledDraft): Promise<Things['drafts'][number]> {
  const steps = linksOn(await client.get(review)).filter(
    (path) => path.startsWith(`/utkast/${id}/`) && !path.includes('?'),
  )
  const step = steps.map((path) => path.split('/')[3] ?? '').find((name) => name !== 'ta-bort')
  if (!step) throw new Error(`${review} leads to no step`)
  const pages = await Promise.all([...new Set(steps)].map(async (path) => await client.get(path)))
  const pictures = pages.flatMap(({ text }) =>
    [...text.matchAll(/filer\/([\w-]+)\/miniatyr/g)].map(([, file = '']) => file),
  )
  return { draft: id, step, pictures }
}

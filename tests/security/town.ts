import type { Writer } from '../support/client/answers.ts'
import { type FilledDraft, fillService, submit } from '../support/client/application.ts'
import type { Client, Visited } from '../support/client/client.ts'
import { aCitizen, aStaffMember, aVisitor } from '../support/client/people.ts'
import { linksOn, postForm } from '../support/client/post-form.ts'

/** What stands in the addresses of a municipality's things. */
export type Things = {
  /** The citizen's and the visitor's, each with one of its steps. */
  readonly drafts: readonly { readonly draft: string; readonly step: string }[]
  /** The citizen's, with a file of its first submission. */
  readonly case: string
  readonly file: string
  readonly message: string
  readonly messageFile: string
  /** The visitor's. */
  readonly receipt: string
  /** Short names of the citizen's and the visitor's e-service. */
  readonly services: readonly string[]
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
}

/** The two municipalities of the demonstration, and who does what in them. */
export const plans = {
  exempelkoping: {
    person: 'ada',
    username: 'hugo',
    services: { citizen: 'parkeringstillstand', visitor: 'felanmalan' },
  },
  nordby: { person: 'cecilia', username: 'nora', services: { citizen: 'snorojning', visitor: 'synpunkt' } },
} as const

/** Writes the canary wherever free text may stand. */
export const canaryWriter =
  (canary: string): Writer =>
  (field) => {
    if (field.kind === 'textarea') return `Jag skriver ${canary} här.\nOch ${canary} igen.`
    if (field.kind === 'email' || field.name.endsWith('.email')) return `${canary}@prov.example`
    return field.kind === 'text' && !field.numeric && !/(day|month|year|phone)$/.test(field.name)
      ? `Text ${canary}`
      : undefined
  }

/** Lets a citizen, a visitor and a staff member do all that can be done. */
export async function inhabit({ origin, canary, person, username, services }: Plan): Promise<Town> {
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
  return {
    origin,
    canary,
    citizen,
    visitor,
    staff,
    things: {
      drafts: [await placeIn(draft), await placeIn(visitorsDraft)],
      case: caseId,
      file: file?.split('/').at(-1) ?? '',
      message: attachment[5] ?? '',
      messageFile: attachment.at(-1) ?? '',
      receipt: reported.url.pathname.split('/')[2] ?? '',
      services: [services.citizen, services.visitor],
    },
  }
}

/** The addresses that a page's path has in a municipality: one for each of its things that fit. */
export function addressesOf({ things }: Town, path: string): readonly string[] {
  const file = path.includes(':message') ? things.messageFile : things.file
  return things.drafts
    .flatMap(({ draft, step }) =>
      things.services.map((service) => {
        const values = { ...things, draft, step, service, file }
        return path.replace(/:(draft|step|service|case|file|message|receipt)/g, (_, name: keyof typeof values) =>
          String(values[name]),
        )
      }),
    )
    .filter((address, index, all) => all.indexOf(address) === index)
}

const send = async (draft: FilledDraft): Promise<Visited> => await draft.client.follow(await submit(draft))

/** A draft and one of its steps. */
async function placeIn({
  client,
  id,
  review,
}: FilledDraft): Promise<{ readonly draft: string; readonly step: string }> {
  const steps = linksOn(await client.get(review)).filter((path) => path.startsWith(`/utkast/${id}/`))
  const step = steps.map((path) => path.split('/')[3]?.split('?')[0] ?? '').find((name) => name !== 'ta-bort')
  if (!step) throw new Error(`${review} leads to no step`)
  return { draft: id, step }
}

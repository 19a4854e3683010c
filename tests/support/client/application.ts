import { fillIn, ordinary, type Pair, type Writer } from './answers.ts'
import type { Client, Visited } from './client.ts'
import { aDocument, aPicture, type SampleFile } from './files.ts'
import { type Field, type Form, readForms } from './form.ts'
import { sign } from './signing.ts'

/** A draft that is ready to be sent. */
export type FilledDraft = {
  readonly client: Client
  readonly id: string
  /** Where it is reviewed and sent. */
  readonly review: string
}

type Choices = {
  readonly writer?: Writer
  /** Hidden in every file that is attached; each question that takes files gets one. */
  readonly hidden?: string
}

// Of one step: each try may open questions that depend on those just answered.
const mostTries = 6

/** Begins a draft of an e-service; answers its first step. */
export async function startService(client: Client, service: string): Promise<Visited> {
  const started = await client.follow(await client.post(`/e-tjanster/${service}/starta`))
  if (!started.url.pathname.startsWith('/utkast/'))
    throw new Error(`${service} began at ${started.url.pathname} (${started.status})`)
  return started
}

/** Begins a draft and answers every question that a person must see, up to the review. */
export async function fillService(client: Client, service: string, choices: Choices = {}): Promise<FilledDraft> {
  const first = await startService(client, service)
  const review = await fillSteps(client, first, choices)
  return { client, id: draftIn(review), review: review.url.pathname }
}

/** Goes on from a step to the review, filling in what is empty. */
export async function fillSteps(client: Client, first: Visited, choices: Choices = {}): Promise<Visited> {
  let page = first
  while (!page.url.pathname.endsWith('/granska')) page = await fillStep(client, page, choices)
  return page
}

/** Goes on from a step to the page that follows it, filling in what is empty. */
export async function fillStep(client: Client, first: Visited, choices: Choices = {}): Promise<Visited> {
  const { writer = ordinary, hidden = '' } = choices
  let page = first
  const attached = new Set<string>()
  for (let tries = 0; tries < mostTries; tries++) {
    const form = stepForm(page)
    const pairs = fillIn(form, (field) => writer(field) ?? ordinary(field), 'nasta')
    const uploads = form.fields
      .filter(({ kind, name }) => kind === 'file' && !attached.has(name))
      .map((field) => ({ field: field.name, ...fileFor(field, hidden) }))
    for (const { field } of uploads) attached.add(field)
    const path = form.action ?? page.url.pathname
    const posted = form.multipart ? await client.upload(path, pairs, uploads) : await client.post(path, pairs)
    if (posted.status === 303) return await client.follow(posted)
    if (posted.status !== 422) throw new Error(`${path} answered ${posted.status}`)
    page = posted
  }
  throw new Error(`${page.url.pathname} is not content: ${problemsOf(page).join(' ')}`)
}

const fileFor = ({ accept }: Field, hidden: string): SampleFile =>
  accept === '' || accept.includes('pdf') ? aDocument(hidden) : aPicture(hidden)

/** The form of a step's page. */
export function stepForm(page: Visited): Form {
  const form = readForms(page.text).find(({ fields }) => fields.some(({ name }) => name === 'revision'))
  if (!form) throw new Error(`${page.url.pathname} (${page.status}) has no form of a step`)
  return form
}

/** What a page of a step holds now, as the next post would send it, without a button. */
export const typedIn = (page: Visited): readonly Pair[] =>
  fillIn(stepForm(page), () => undefined, undefined).filter(([name]) => name.startsWith('q.'))

/** Sends a draft, which its sender signs where the service asks for that; the answer leads to its receipt, or to the page that waits for others to sign. */
export async function submit(draft: FilledDraft): Promise<Visited> {
  const posted = await draft.client.post(draft.review)
  return isToSign(posted) ? await sign(draft.client, draft.id) : posted
}

/** Whether what was posted now waits for the sender's signature. */
export const isToSign = ({ headers }: Visited): boolean => headers.location?.endsWith('/signering') ?? false

/** The case number that a receipt tells. */
export function numberOn(receipt: Visited): string {
  const number = /\b(?:[A-ZÅÄÖ]+-)?\d{4}-\d{6}\b/.exec(receipt.text)?.[0]
  if (!number) throw new Error(`${receipt.url.pathname} (${receipt.status}) tells no case number`)
  return number
}

const draftIn = ({ url }: Visited): string => url.pathname.split('/')[2] ?? ''

const problemsOf = ({ text }: Visited): readonly string[] =>
  [...text.matchAll(/href="#(q-[^"]*)"/g)].map(([, question = '']) => question)

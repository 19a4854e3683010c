import { randomUUID } from 'node:crypto'
import type { Service } from '../../catalogue/public.ts'
import { aService, aStatus } from '../../catalogue/testing/a-service.ts'
import { draftPages, resumePost, stepPath } from '../../drafts/public.ts'
import { aDraft, aPost, someFacts } from '../../drafts/testing/a-draft.ts'
import { storeOwnFile } from '../../files/public.ts'
import { fileFieldName, shownField } from '../../forms/names.ts'
import type { StaffMember } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { aRequest } from '../../platform/testing/a-request.ts'
import { type TestDatabase, testTenants } from '../../platform/testing/database.ts'
import type { Received } from '../application.ts'
import { submitApplication } from '../commands/submit-application.ts'
import type { SubmitPorts } from '../ports.ts'

/** A staff member of some groups, known to the municipality as if they had logged in. */
export async function aHandler(
  database: TestDatabase,
  given: {
    readonly name?: string
    readonly groups?: readonly string[]
    readonly rights?: StaffMember['rights']
    readonly tenant?: string
  } = {},
): Promise<StaffMember> {
  const { name = 'Hugo Berg', groups = ['gata-park'], rights = [], tenant = testTenants.exempelkoping } = given
  const id = randomUUID()
  await database.query(
    `insert into identity.staff_member (tenant_id, staff_id, issuer, subject, name, groups, rights, seen_at)
     values ($1, $2, 'test', $3, $4, $5, $6, now())`,
    [tenant, id, id, name, groups, rights],
  )
  return { kind: 'staff', id, sessionId: randomUUID(), name, groups, rights }
}

const words = (text: string) => ({ sv: text })

const question = { id: 'plats', type: 'text', label: words('Var?'), mandatory: true }

const form = {
  steps: [
    {
      id: 'fragor',
      title: words('Frågor'),
      questions: [{ id: 'kontakt', type: 'contact', label: words('Kontakt') }, question],
    },
    {
      id: 'bilagor',
      title: words('Bilagor'),
      questions: [{ id: 'bilagor', type: 'attachments', label: words('Bilagor'), maxFiles: 3 }],
    },
  ],
}

/** A service whose cases wait for supplements by "Ändra ärende", and that asks where. */
export const aFormService = async (ctx: Context, settings: Readonly<Record<string, unknown>> = {}): Promise<Service> =>
  await aService(ctx, { shortName: 'med-formular', form, ...settings })

/** A service that visitors may use, too; its cases are never supplemented. */
export const anOpenService = async (ctx: Context, settings: Readonly<Record<string, unknown>> = {}): Promise<Service> =>
  await aService(ctx, {
    shortName: 'utan-inloggning',
    form,
    login: 'none',
    supplement: 'none',
    statuses: [aStatus('inkommet', 'received'), aStatus('avslutat', 'closed')],
    ...settings,
  })

/** Text typed in fields of the first step (`plats`, `kontakt.email`), and the names of files added in the second. */
export type Filling = { readonly typed?: Readonly<Record<string, string>>; readonly files?: readonly string[] }

/** Fills in an open draft of one of the services above as its owner would: by its pages. */
export async function fillIn(ctx: Context, draftId: string, { typed, files = [] }: Filling): Promise<void> {
  if (typed) {
    const questions = [...new Set(Object.keys(typed).map((field) => field.replace(/\..*/, '')))]
    const posted = { ...aPost(typed, { revision: 1000 }), [shownField]: questions }
    await resumePost(ctx, { draft: draftId, step: 'fragor', form: posted })
  }
  if (files.length === 0) return
  const stored = await Promise.all(
    files.map(async (name) => ({
      ...(await storeOwnFile(ctx, { name, mediaType: 'application/pdf', bytes: Buffer.from(`%PDF ${name}`) })),
      field: fileFieldName('bilagor'),
    })),
  )
  const never = async () => undefined
  const step = draftPages({
    readFacts: someFacts,
    beginLogin: () => Promise.reject(new Error('nobody logs in')),
    afterSessionEnd: never,
    lookUpOrganisation: never,
    findPlaces: async () => ({ kind: 'unavailable' }),
    findSent: never,
    findSupplementRequest: never,
    visitorCookie: 'visitor',
  }).find(({ path }) => path === stepPath(':draft', ':step'))
  const path = stepPath(draftId, 'bilagor')
  await step?.post?.({
    ctx,
    params: { draft: draftId, step: 'bilagor' },
    query: {},
    request: aRequest({ path }),
    body: aPost({}, { revision: 1000 }),
    files: stored,
  })
}

/** A draft of the actor's that can be sent, of a service that suits them unless told. */
export async function aFilledDraft(
  ctx: Context,
  { service, ...filling }: Filling & { readonly service?: Service } = {},
): Promise<string> {
  const suits = service ?? (await (ctx.actor.kind === 'citizen' ? aFormService(ctx) : anOpenService(ctx)))
  const { id } = await aDraft(ctx, { service: suits })
  await fillIn(ctx, id, { ...filling, typed: { plats: 'Storgatan 1', ...filling.typed } })
  return id
}

/** What sending needs, of somebody whose protection hasn't changed since the login. */
export const submitPorts: SubmitPorts = {
  readFacts: someFacts,
  checkProtection: async ({ actor }) => actor,
  checkParties: async () => 'fine',
  mayMoveNotices: async () => true,
  holdDetails: async () => undefined,
}

/** What came of sending. Throws when nothing was sent. */
export function sentOf(submitted: Awaited<ReturnType<typeof submitApplication>>): Received {
  if (!submitted.ok) throw new Error(JSON.stringify(submitted.error))
  if (submitted.value.kind !== 'sent') throw new Error('It is to be signed first')
  return submitted.value
}

/** Sends a draft that can be sent. */
export async function send(ctx: Context, draftId: string): Promise<Received> {
  return sentOf(await submitApplication(ctx, { draftId }, submitPorts))
}

/** A case that the actor has sent, of a service that suits them unless told. */
export async function aCase(
  ctx: Context,
  given: Filling & { readonly service?: Service } = {},
): Promise<Received & { readonly draftId: string }> {
  const draftId = await aFilledDraft(ctx, given)
  return { ...(await send(ctx, draftId)), draftId }
}

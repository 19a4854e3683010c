import { randomUUID } from 'node:crypto'
import type { FilledInService } from '../../catalogue/public.ts'
import { aService } from '../../catalogue/testing/a-service.ts'
import type { Facts } from '../../forms/facts.ts'
import { fieldName, shownField } from '../../forms/names.ts'
import type { PostedForm } from '../../forms/posted-form.ts'
import type { Citizen, StaffMember, Visitor } from '../../platform/actor.ts'
import { dayIn } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { sha256 } from '../../platform/cryptography/sealing.ts'
import { newSecret } from '../../platform/ids.ts'
import { type TestDatabase, testTenants } from '../../platform/testing/database.ts'
import { startDraft } from '../commands/start-draft.ts'
import { stepFields } from '../posted-step.ts'

/** A person of a municipality, logged in. */
export async function aCitizen(database: TestDatabase, tenant: string = testTenants.exempelkoping): Promise<Citizen> {
  const id = randomUUID()
  await database.query(
    `insert into people.person (tenant_id, person_id, given_name, created_at) values ($1, $2, 'Ada', now())`,
    [tenant, id],
  )
  return { kind: 'citizen', id, sessionId: randomUUID(), protectedIdentity: false }
}

/** Somebody who isn't logged in, with a cookie of ours. */
export const aVisitor = (): Visitor => ({ kind: 'visitor', id: sha256(newSecret()).toString('hex') })

/** A staff member who may do all that any may. */
export const aStaffMember = (): StaffMember => ({
  kind: 'staff',
  id: randomUUID(),
  sessionId: randomUUID(),
  name: 'Hugo Berg',
  groups: ['gata-park'],
  rights: ['administrate'],
})

/** What is known of a test's people: their e-mail address when they're logged in. */
export const someFacts = async (ctx: Context): Promise<Facts> => ({
  today: dayIn(ctx.tenant.timeZone, ctx.clock.now()),
  ...(ctx.actor.kind === 'citizen' ? { person: { email: 'ada@prov.example' } } : {}),
})

/** A new draft of the actor's, of a service that suits them unless told. */
export async function aDraft(
  ctx: Context,
  given: { readonly service?: FilledInService } = {},
): Promise<{ readonly id: string; readonly service: FilledInService }> {
  const login =
    ctx.actor.kind === 'citizen'
      ? {}
      : { shortName: 'utan-inloggning', login: 'none', supplement: 'none', statuses: someStatuses }
  const service = given.service ?? (await aService(ctx, login))
  const started = await startDraft(ctx, { service, facts: await someFacts(ctx) })
  if (!started.ok) throw new Error(started.error)
  return { id: started.value.id, service }
}

const someStatuses = [
  { id: 'inkommet', kind: 'received', name: { sv: 'Inkommet' }, meaning: { sv: 'Det har kommit in.' } },
  { id: 'avslutat', kind: 'closed', name: { sv: 'Avslutat' }, meaning: { sv: 'Det är klart.' } },
]

/** A posted step: text typed in questions that were on a page of a revision, and what was pressed. */
export const aPost = (
  typed: Readonly<Record<string, string>>,
  page: { readonly revision?: number; readonly action?: string; readonly undecided?: readonly string[] } = {},
): PostedForm => ({
  ...Object.fromEntries(Object.entries(typed).map(([id, value]) => [fieldName(id), value])),
  [shownField]: Object.keys(typed),
  [stepFields.revision]: String(page.revision ?? 0),
  [stepFields.action]: page.action ?? 'spara',
  [stepFields.undecided]: page.undecided ?? [],
})

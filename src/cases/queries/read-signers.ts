import { z } from 'zod'
import type { Answers } from '../../forms/answers.ts'
import type { Sent } from '../../forms/summary.ts'
import type { Context } from '../../platform/context.ts'
import type { Reading } from '../../platform/database/transaction.ts'
import type { LocalizedText } from '../../platform/texts/localized.ts'
import type { Role } from '../../signing/public.ts'
import { getTenant } from '../../tenants/public.ts'
import '../tables.ts'

/** One who was to sign a submission, as the reader may see them. */
export type CaseSigner = {
  /** Of which submission. */
  readonly draftId: string
  readonly partyId: string
  readonly role: Role
  /** Undefined when it is unknown, or a party is protected. */
  readonly name: string | undefined
  /** As they were named, where their e-ID has another name. For staff. */
  readonly namedAs: string | undefined
  /** It is the reader. */
  readonly self: boolean
  /** Undefined for who hasn't signed. */
  readonly signed: { readonly at: Date; readonly method: SignedBy; readonly level: string | undefined } | undefined
  readonly declined: boolean
  /** What they filled in themselves, for them and staff. */
  readonly own: Sent | undefined
}

/** The way they signed: the municipality's name for addresses and, as long as it has the way, for people. */
type SignedBy = { readonly name: string; readonly title: LocalizedText | undefined }

const StoredAnswers: z.ZodType<Answers> = z.record(z.string(), z.json())

type Signed = { readonly caseId: string; readonly service: { readonly definition: { readonly signing?: unknown } } }

/**
 * Who was to sign the submissions of a case whose reader is known to be allowed, in order of position. Only staff are told the level of assurance, whom somebody was
 * named as, and what others filled in.
 */
export async function readSigners(ctx: Context, tx: Reading, it: Signed): Promise<readonly CaseSigner[]> {
  if (it.service.definition.signing === undefined) return []
  const isStaff = ctx.actor.kind === 'staff'
  const rows = await tx.db
    .selectFrom('cases.signer')
    .select(['draft_id', 'party_id', 'role', 'person_id', 'name', 'signed_at', 'method', 'declined'])
    // The role of citizens can't read them.
    .$if(isStaff, (query) => query.select(['level', 'named_as']))
    .where('tenant_id', '=', ctx.tenant.id)
    .where('case_id', '=', it.caseId)
    .orderBy('draft_id')
    .orderBy('position')
    .execute()
  const own = await readOwn(ctx, tx, it.caseId)
  const { methods } = (await getTenant(ctx)).citizenLogin
  return rows.map((row) => ({
    draftId: row.draft_id,
    partyId: row.party_id,
    role: row.role,
    name: row.name ?? undefined,
    namedAs: row.named_as ?? undefined,
    self: ctx.actor.kind === 'citizen' && row.person_id === ctx.actor.id,
    signed:
      row.signed_at === null || row.method === null
        ? undefined
        : {
            at: row.signed_at,
            method: { name: row.method, title: methods.find(({ name }) => name === row.method)?.title },
            level: row.level ?? undefined,
          },
    declined: row.declined,
    own: own.get(`${row.draft_id} ${row.party_id}`),
  }))
}

/** What parties filled in themselves: of one's own for a citizen, of all for staff; by submission and party. */
async function readOwn(ctx: Context, { db }: Reading, caseId: string): Promise<ReadonlyMap<string, Sent>> {
  const { actor } = ctx
  const rows = await db
    .selectFrom('cases.party_answers')
    .select(['draft_id', 'party_id', 'answers', 'asked'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('case_id', '=', caseId)
    .$if(actor.kind === 'citizen', (query) => query.where('person_id', '=', actor.kind === 'citizen' ? actor.id : ''))
    .execute()
  return new Map(
    rows.map((row) => [
      `${row.draft_id} ${row.party_id}`,
      { answers: StoredAnswers.parse(row.answers), asked: row.asked },
    ]),
  )
}

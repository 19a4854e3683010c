import { z } from 'zod'
import type { Context } from '../platform/context.ts'
import { openJson, sealJson } from '../platform/cryptography/sealing.ts'
import type { Reading } from '../platform/database/transaction.ts'
import { PartyContact, type PartyState, type RequestState, type Role } from './model.ts'
import './tables.ts'

/** Who a party is, as it is kept sealed: the applicant is known by their login, the others as they were named. */
const Known = z
  .object({
    name: z.string().exactOptional(),
    identity: z
      .union([
        z.object({ scheme: z.literal('swedish-number'), number: z.string() }).readonly(),
        z.object({ born: z.iso.date() }).readonly(),
      ])
      .exactOptional(),
  })
  .readonly()

export type Known = z.infer<typeof Known>

/** One of those who sign. */
export type Party = {
  readonly id: string
  /** The applicant is 0. */
  readonly position: number
  readonly role: Role
  readonly personId: string | undefined
  readonly name: string | undefined
  /** What the applicant typed. */
  readonly contact: PartyContact
  readonly state: PartyState
  readonly invitedAt: Date | undefined
  /** When they first read it: before they were last invited, where they had been in an earlier round. */
  readonly readAt: Date | undefined
  readonly signedAt: Date | undefined
  readonly method: string | undefined
  readonly declinedAt: Date | undefined
  /** Sealed under the draft's key. */
  readonly reason: Buffer | undefined
  readonly remindedAt: Date | undefined
  /** When something was last sent to them of this request. */
  readonly toldAt: Date | undefined
}

/** A request for signatures of a sealed draft. */
export type Request = {
  readonly draft: string
  readonly ownerId: string
  readonly serviceId: string
  readonly versionId: string
  readonly round: number
  readonly state: RequestState
  readonly inOrder: boolean
  readonly mayMiss: boolean
  /** When the answers were sealed that are signed now. */
  readonly openedAt: Date
  readonly dueAt: Date
  /** In order of their positions: the applicant first. */
  readonly parties: readonly Party[]
}

/** Seals something of a party, bound to its row. */
export const sealOfParty = (ctx: Context, party: string, value: Known | PartyContact): Buffer =>
  sealJson(ctx.vault.tenantKey(ctx.tenant.id, 'wrap'), value, binding(party))

/** Who a party is; nothing of who has become protected. */
export const openKnown = (ctx: Context, party: string, sealed: Uint8Array | null): Known =>
  sealed === null ? {} : Known.parse(openJson(ctx.vault.tenantKey(ctx.tenant.id, 'wrap'), sealed, binding(party)))

/** What the applicant typed of a party; nothing where they typed nothing. */
export const openContact = (ctx: Context, party: string, sealed: Uint8Array | null): PartyContact =>
  sealed === null
    ? {}
    : PartyContact.parse(openJson(ctx.vault.tenantKey(ctx.tenant.id, 'wrap'), sealed, binding(party)))

const binding = (party: string): string => `signing-party:${party}`

/** The request of a draft as the transaction's role may see it; undefined for everybody whom it is no business of. */
export async function findRequest(ctx: Context, { db }: Reading, draft: string): Promise<Request | undefined> {
  const row = await db
    .selectFrom('signing.request')
    .select([
      'draft_id',
      'owner_id',
      'service_id',
      'version_id',
      'round',
      'state',
      'in_order',
      'may_miss',
      'due_at',
      'opened_at',
    ])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', draft)
    .executeTakeFirst()
  if (!row) return undefined
  const parties = await db
    .selectFrom('signing.party')
    .select(['party_id', 'position', 'role', 'person_id', 'known_sealed', 'contact_sealed', 'state'])
    .select(['invited_at', 'signed_at', 'method', 'declined_at', 'reason_sealed', 'reminded_at', 'read_at', 'told_at'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', draft)
    .orderBy('position')
    .execute()
  return {
    draft: row.draft_id,
    ownerId: row.owner_id,
    serviceId: row.service_id,
    versionId: row.version_id,
    round: row.round,
    state: row.state,
    inOrder: row.in_order,
    mayMiss: row.may_miss,
    openedAt: row.opened_at,
    dueAt: row.due_at,
    parties: parties.map((party) => ({
      id: party.party_id,
      position: party.position,
      role: party.role,
      personId: party.person_id ?? undefined,
      name: openKnown(ctx, party.party_id, party.known_sealed).name,
      contact: openContact(ctx, party.party_id, party.contact_sealed),
      state: party.state,
      invitedAt: party.invited_at ?? undefined,
      readAt: party.read_at ?? undefined,
      signedAt: party.signed_at ?? undefined,
      method: party.method ?? undefined,
      declinedAt: party.declined_at ?? undefined,
      reason: party.reason_sealed ?? undefined,
      remindedAt: party.reminded_at ?? undefined,
      toldAt: party.told_at ?? undefined,
    })),
  }
}

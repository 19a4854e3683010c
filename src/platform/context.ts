import type { Kysely } from 'kysely'
import type { Actor } from './actor.ts'
import type { BlobStore } from './blobs/blob-store.ts'
import type { Clock } from './clock.ts'
import type { KeyVault } from './cryptography/key-vault.ts'
import type { Database } from './database/schema.ts'
import type { EventSink } from './events/event.ts'
import type { Ids } from './ids.ts'
import type { Log } from './log.ts'
import type { VirusScanner } from './scanning.ts'
import type { Texts } from './texts/texts.ts'

/** The municipality that a request or job belongs to, as the platform needs to know it. */
export type TenantReference = { readonly id: string; readonly timeZone: string }

/** What every command and query is given: who acts, where, and the means. Nothing else is ambient. */
export type Context = {
  readonly tenant: TenantReference
  readonly actor: Actor
  readonly db: Kysely<Database>
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly texts: Texts
  readonly vault: KeyVault
  readonly blobs: BlobStore
  /** Looks for viruses in what people upload; undefined where the installation has none. */
  readonly scanner: VirusScanner | undefined
  /** Told of the events of a transaction, inside it. */
  readonly sink: EventSink
  /** Joins log lines, audit rows and error pages of one request or job. */
  readonly requestId: string
}

/** The same context for another actor. */
export const actingAs = (ctx: Context, actor: Actor): Context => ({ ...ctx, actor })

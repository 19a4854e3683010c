import type { Context } from '../../platform/context.ts'
import { inReading, type Reading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import {
  type CatalogueEntry,
  type FilledInService,
  isFilledIn,
  isPaperForm,
  isService,
  type PaperForm,
  type Service,
} from '../model.ts'
import { mayDo } from '../policy.ts'
import { readVersions } from './read-version.ts'

/**
 * The e-service as it was in a version. Inside a transaction give it as `tx`: a second connection for each of many requests at once
 * would empty the pool. Throws when there is no such version of an e-service in the municipality.
 */
export async function getServiceVersion(ctx: Context, versionId: string, tx?: Reading): Promise<Service> {
  const version = (await getServiceVersions(ctx, [versionId], tx)).get(versionId)
  if (!version) throw notFound()
  return version
}

/** The e-services of several versions at once, by the version's id, for lists; `tx` as for one. */
export async function getServiceVersions(
  ctx: Context,
  versionIds: readonly string[],
  tx?: Reading,
): Promise<ReadonlyMap<string, Service>> {
  return only(isService, await readEntries(ctx, versionIds, tx))
}

/** What was filled in, as it was in a version: what drafts are of. Else as `getServiceVersion`. */
export async function getFilledInVersion(ctx: Context, versionId: string, tx?: Reading): Promise<FilledInService> {
  const version = (await getFilledInVersions(ctx, [versionId], tx)).get(versionId)
  if (!version) throw notFound()
  return version
}

/** Several of them at once, by the version's id. */
export const getFilledInVersions = async (
  ctx: Context,
  versionIds: readonly string[],
  tx?: Reading,
): Promise<ReadonlyMap<string, FilledInService>> => only(isFilledIn, await readEntries(ctx, versionIds, tx))

/** The form on paper as it was in a version; undefined when there is no such version of one. */
export async function findPaperForm(ctx: Context, versionId: string, tx?: Reading): Promise<PaperForm | undefined> {
  const version = (await readEntries(ctx, [versionId], tx)).get(versionId)
  return version && isPaperForm(version) ? version : undefined
}

type Entries = ReadonlyMap<string, CatalogueEntry>

async function readEntries(ctx: Context, versionIds: readonly string[], tx: Reading | undefined): Promise<Entries> {
  if (!mayDo(ctx.actor, 'read')) throw notFound()
  return await readVersions(ctx, versionIds, async (work) => (tx ? await work(tx) : await inReading(ctx, work)))
}

const only = <Kind extends CatalogueEntry>(
  is: (entry: CatalogueEntry) => entry is Kind,
  entries: Entries,
): ReadonlyMap<string, Kind> =>
  new Map([...entries].flatMap(([id, entry]) => (is(entry) ? [[id, entry] as const] : [])))

import { join } from 'node:path'
import { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import { writeEntries } from './audit/public.ts'
import { casePages, countReceived, findCaseRecipients, findSentPath, findSupplementRequest } from './cases/public.ts'
import { cataloguePages, countUse } from './catalogue/public.ts'
import { deliveryPorts } from './composition/delivery-ports.ts'
import { readFacts } from './composition/facts.ts'
import { loginPorts } from './composition/login-ports.ts'
import {
  documentPages,
  endTypesetting,
  enqueueCopies,
  type ReadLetterhead,
  submissionCopyJob,
} from './documents/public.ts'
import { claimVisitorDrafts, draftPages, resumePost, startService, sweepDrafts } from './drafts/public.ts'
import { sweepOrphans } from './files/public.ts'
import { forgetExpired, identityPages, openIdProviders } from './identity/public.ts'
import { countUnread, messagePages } from './messages/public.ts'
import { noticePages, resendNotices, sendNotices, writeNotices } from './notices/public.ts'
import type { Actor } from './platform/actor.ts'
import { diskBlobStore } from './platform/blobs/disk.ts'
import { systemClock } from './platform/clock.ts'
import type { Configuration } from './platform/configuration/configuration.ts'
import type { Context, TenantReference } from './platform/context.ts'
import { keyVault } from './platform/cryptography/key-vault.ts'
import { signingKey } from './platform/cryptography/signing-key.ts'
import { openDatabase } from './platform/database/pool.ts'
import type { EventSink } from './platform/events/event.ts'
import { readAssets } from './platform/http/assets.ts'
import { cookieNames } from './platform/http/cookies.ts'
import type { Page } from './platform/http/page.ts'
import { systemIds } from './platform/ids.ts'
import { jobSchema } from './platform/jobs/install.ts'
import { enqueueWith, type Job, type RecurringJob } from './platform/jobs/job.ts'
import type { Texts } from './platform/texts/texts.ts'
import { portalPages } from './portal/public.ts'
import { directoryOf, getTenant } from './tenants/public.ts'
import { workplacePages } from './workplace/public.ts'

/** Everything that runs, wired by hand. */
export type Services = Awaited<ReturnType<typeof composeServices>>

export async function composeServices(given: {
  readonly configuration: Configuration
  readonly log: Logger
  readonly installationKey: Uint8Array
  /** Address for the program's login. */
  readonly databaseUrl: string
  /** Folder of the checkout or installation. */
  readonly root: string
}) {
  const { configuration, log, databaseUrl } = given
  const clock = systemClock
  const db = openDatabase(databaseUrl, log)
  const directory = directoryOf({ db, clock })
  const vault = keyVault(given.installationKey)
  const key = signingKey(vault.installationKey('signing'))
  const cookies = cookieNames(configuration.port)
  const blobsOf = (tenant: string) => diskBlobStore(join(configuration.dataFolder, 'blobs', tenant))

  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: jobSchema,
    migrate: false,
    supervise: false,
    schedule: false,
    max: 2,
  })
  boss.on('error', (err) => log.warn({ code: 'job-queue-fault', err }))
  await boss.start()
  const enqueue = enqueueWith(boss)

  // What follows from every transaction's events, inside it.
  const notify = writeNotices(findCaseRecipients)
  const sink: EventSink = async (ctx, tx, events) => {
    await writeEntries(ctx, tx, events)
    await notify(ctx, tx, events, enqueue)
    await enqueueCopies(ctx, tx, events, enqueue)
  }

  const contextFor = (of: {
    readonly tenant: TenantReference
    readonly actor: Actor
    readonly texts: Texts
    readonly requestId: string
  }): Context => ({
    tenant: { id: of.tenant.id, timeZone: of.tenant.timeZone },
    actor: of.actor,
    texts: of.texts,
    requestId: of.requestId,
    db,
    clock,
    ids: systemIds,
    log,
    vault,
    blobs: blobsOf(of.tenant.id),
    sink,
  })

  const providers = openIdProviders({ key, simulators: configuration.simulators, now: () => clock.now().getTime() })
  const delivery = configuration.worker ? await deliveryPorts(configuration, directory) : undefined

  const assets = await readAssets(join(given.root, 'dist', 'assets.json'))
  const readLetterhead: ReadLetterhead = async (ctx) => {
    const { name, theme } = await getTenant(ctx)
    const mark = assets.marks[theme]
    const colour = assets.colours[theme]
    return { municipality: name, ...(mark && { mark }), ...(colour && { colour }) }
  }
  const login = loginPorts(cookies)

  const pages: readonly Page[] = [
    ...identityPages({
      providers,
      cookies,
      startService: async (ctx, service) => {
        const started = await startService(ctx, readFacts, { shortName: service, logIn: false })
        return started.kind === 'started' ? started.path : `/e-tjanster/${service}`
      },
      resumePost,
      claimDrafts: claimVisitorDrafts,
    }),
    ...cataloguePages(),
    ...draftPages({
      ...login,
      readFacts,
      findSent: findSentPath,
      findSupplementRequest,
      visitorCookie: cookies.visitor,
    }),
    ...casePages({ readFacts, countUnreadMessages: countUnread, afterSessionEnd: login.afterSessionEnd }),
    ...messagePages(),
    ...documentPages(readLetterhead),
    ...noticePages(),
    ...portalPages(),
    ...workplacePages(),
  ]
  const jobs: readonly Job[] = [submissionCopyJob(readLetterhead), ...(delivery ? [sendNotices(delivery)] : [])]
  const recurringJobs: readonly RecurringJob[] = [
    forgetExpired,
    sweepDrafts,
    sweepOrphans,
    countUse(countReceived),
    ...(delivery ? [resendNotices(delivery)] : []),
  ]

  return {
    configuration,
    log,
    db,
    databaseUrl,
    directory,
    cookies,
    contextFor,
    pages,
    jobs,
    recurringJobs,
    signingKey: key,
    assets,
    publicFolder: join(given.root, 'dist', 'public'),
    close: async () => {
      await boss.stop({ graceful: false })
      delivery?.mailer.close()
      await endTypesetting()
      await db.destroy()
    },
  }
}

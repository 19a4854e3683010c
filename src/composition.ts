import { join } from 'node:path'
import { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import { writeEntries } from './audit/public.ts'
import {
  casePages,
  completeApplication,
  countReceived,
  findCaseRecipients,
  findSentPath,
  findSupplementRequest,
} from './cases/public.ts'
import { cataloguePages, countUse, servicePath, unmetPath } from './catalogue/public.ts'
import { addressRegister } from './composition/address-register.ts'
import { companyRegister } from './composition/company-register.ts'
import { deliveryPorts } from './composition/delivery-ports.ts'
import { factsReader } from './composition/facts.ts'
import { loginPorts } from './composition/login-ports.ts'
import { certificateFolders, partnersOf } from './composition/partners.ts'
import { resumeKept } from './composition/resume-kept.ts'
import { smsSender } from './composition/sms-sender.ts'
import { blobStores, virusScanner } from './composition/storage.ts'
import {
  describeBlankForms,
  documentPages,
  endTypesetting,
  enqueueCopies,
  type ReadLetterhead,
  submissionCopyJob,
} from './documents/public.ts'
import { claimVisitorDrafts, draftPages, startService, sweepDrafts } from './drafts/public.ts'
import { sweepOrphans } from './files/public.ts'
import {
  confirmStaff,
  forgetExpired,
  type IdentityPorts,
  identityPages,
  identityProviders,
  loginMethods,
  openIdProviders,
  samlKeys,
} from './identity/public.ts'
import { countUnread, messagePages } from './messages/public.ts'
import { noticePages, resendNotices, sendNotices, writeNotices } from './notices/public.ts'
import { forgetLookUps, lookUpOrganisation, organisationPages } from './organisations/public.ts'
import {
  askAgain,
  checkProtection,
  listSmsSubscribers,
  municipalRegisters,
  rememberedLookUps,
} from './people/public.ts'
import type { Actor } from './platform/actor.ts'
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
import {
  checkParties,
  finishSignatures,
  joinInvitations,
  signingPages,
  signingPort,
  sweepRequests,
} from './signing/public.ts'
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
  const blobsOf = await blobStores(configuration)
  const scanner = virusScanner(configuration)
  if (!scanner) log.warn({ code: 'files-not-scanned', reason: 'CLAMD_URL is not set: no file is scanned for viruses' })

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
  const sendsSms = smsSender(configuration) !== undefined
  const notify = writeNotices({
    findCaseRecipients,
    listSmsSubscribers: async (ctx, tx, ids) => (sendsSms ? await listSmsSubscribers(ctx, tx, ids) : new Set()),
  })
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
    scanner,
    sink,
  })

  const registers = municipalRegisters({ simulators: configuration.simulators })
  const remembered = rememberedLookUps(registers)
  const readFacts = factsReader(remembered)
  const companies = companyRegister(configuration, log, clock)
  const findPlaces = addressRegister(configuration, log)
  const providers = openIdProviders({ key, simulators: configuration.simulators, now: () => clock.now().getTime() })
  const findPartner = partnersOf(configuration)
  const methods = loginMethods({
    providers,
    findPartner,
    samlKeys,
    findIdentityProvider: identityProviders({
      simulators: configuration.simulators,
      findFolder: certificateFolders(configuration),
    }),
    simulators: configuration.simulators,
  })
  const delivery = configuration.worker ? await deliveryPorts(configuration, directory) : undefined

  const assets = await readAssets(join(given.root, 'dist', 'assets.json'))
  const readLetterhead: ReadLetterhead = async (ctx) => {
    const { name, theme } = await getTenant(ctx)
    const mark = assets.marks[theme]
    const colour = assets.colours[theme]
    return { municipality: name, ...(mark && { mark }), ...(colour && { colour }) }
  }
  const login = loginPorts(cookies)

  const finishing = { complete: completeApplication, findSent: findSentPath }
  const identity: IdentityPorts = {
    methods,
    providers,
    registers,
    cookies,
    startService: async (ctx, service) => {
      const started = await startService(ctx, readFacts, { shortName: service, logIn: false })
      if (started.kind === 'unmet') return unmetPath(service, started.unmet)
      return started.kind === 'started' ? started.path : servicePath(service)
    },
    resumePost: resumeKept,
    claimDrafts: claimVisitorDrafts,
    joinInvitations,
    signing: signingPort({ ...finishing, findPartner, simulators: configuration.simulators }),
  }

  const pages: readonly Page[] = [
    ...identityPages(identity),
    ...organisationPages(companies),
    ...cataloguePages({
      describeBlankForms: async (ctx, form) => await describeBlankForms(ctx, form, readLetterhead),
    }),
    ...draftPages({
      ...login,
      readFacts,
      lookUpOrganisation: async (ctx, number) => void (await lookUpOrganisation(ctx, companies, number)),
      findPlaces,
      findSent: findSentPath,
      findSupplementRequest,
      visitorCookie: cookies.visitor,
    }),
    ...signingPages({ ...finishing, readFacts, identity, findPartner, simulators: configuration.simulators }),
    ...casePages({
      ...login,
      readFacts,
      checkProtection: async (ctx) => await checkProtection(ctx, remembered),
      checkParties: async (ctx, parties) => await checkParties(ctx, registers, { parties }),
      countUnreadMessages: countUnread,
    }),
    ...messagePages(),
    ...documentPages({ readLetterhead, readFacts, afterSessionEnd: login.afterSessionEnd }),
    ...noticePages(),
    ...portalPages({
      ...login,
      offersSms: async (ctx) => sendsSms && (await getTenant(ctx)).sender.sms !== undefined,
    }),
    ...workplacePages(),
  ]
  const jobs: readonly Job[] = [submissionCopyJob(readLetterhead), ...(delivery ? [sendNotices(delivery)] : [])]
  const recurringJobs: readonly RecurringJob[] = [
    forgetExpired,
    confirmStaff(providers),
    askAgain(registers),
    forgetLookUps,
    sweepDrafts,
    finishSignatures(finishing),
    sweepRequests,
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

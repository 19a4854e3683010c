import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createAddressRegister } from './address-register/routes.ts'
import { openAuthority } from './authority/authority.ts'
import { writeClientCertificate } from './authority/client-certificate.ts'
import { createBankId } from './bankid/bankid.ts'
import { openBankIdSigning } from './bankid/signing/signing.ts'
import { startClamd } from './clamd/clamd.ts'
import type { ScannerFaults } from './clamd/faults.ts'
import { createClamdRoutes } from './clamd/routes.ts'
import { createCompanyRegister } from './company-register/routes.ts'
import { createHub } from './eid-hub/hub.ts'
import { createFreja } from './freja/freja.ts'
import { openFrejaSigning } from './freja/signing.ts'
import { sendPage } from './http/answer.ts'
import type { Route } from './http/exchange.ts'
import { listenOnLocalhost } from './http/listen.ts'
import { listenMutualTls } from './http/listen-mutual-tls.ts'
import { createListener } from './http/listener.ts'
import type { Faults } from './inbox/faults.ts'
import { openInbox } from './inbox/inbox.ts'
import { startMailServer } from './inbox/mail-server.ts'
import { createInboxRoutes } from './inbox/routes.ts'
import { homePage } from './pages/home-page.tsx'
import { createPopulationRegister } from './population-register/routes.ts'
import { loadKeys } from './provider/keys.ts'
import { createSamlHub } from './saml-hub/hub.ts'
import type { Settings } from './settings.ts'
import { createSmsRoutes } from './sms/routes.ts'
import { createStaffIdp } from './staff-idp/staff-idp.ts'

/** The running simulators. */
export type Simulators = {
  readonly smtpPort: number
  readonly clamdPort: number
  /** Where the partners answer that ask for a client certificate. */
  readonly partnersPort: number
  readonly stop: () => Promise<void>
}

/**
 * Starts all simulators. Once everything listens, `run/simulators.json` in the data folder tells the ports; while they
 * are starting or stopped the file is absent.
 */
export async function startSimulators(settings: Settings): Promise<Simulators> {
  const kept = join(settings.dataFolder, 'simulators')
  const run = join(settings.dataFolder, 'run')
  const portsFile = join(run, 'simulators.json')
  await mkdir(run, { recursive: true })
  await rm(portsFile, { force: true })

  const { cookieSecret: cookie, signing } = await loadKeys(join(kept, 'keys.json'))
  const authority = await openAuthority(join(kept, 'authority'))
  const frejaSigning = await openFrejaSigning(authority, join(run, 'certificates', 'freja'))
  const freja = createFreja({ productPort: settings.productPort, signing: frejaSigning })
  const inbox = openInbox(join(kept, 'inbox.jsonl'))
  const strays = await openAuthority(join(kept, 'stray-authority'))
  const bankId = createBankId(
    await openBankIdSigning({ authority, strays, folder: join(run, 'certificates', 'bankid') }),
  )
  const faults: Faults = { mode: 'ok' }
  const scannerFaults: ScannerFaults = { mode: 'ok' }
  const routes: Route[] = [
    { method: 'GET', path: '/', handle: ({ response }) => sendPage(response, homePage(settings.productPort)) },
    {
      method: 'GET',
      path: '/healthz',
      handle: ({ response }) => void response.writeHead(200, { 'content-type': 'text/plain' }).end('ok'),
    },
    ...createInboxRoutes(inbox, faults),
    ...createSmsRoutes(inbox),
    ...createClamdRoutes(scannerFaults),
    ...createHub(settings, { signing: signing.hub, cookie }),
    ...(await createSamlHub(settings, authority)),
    ...createStaffIdp(settings, 'exempelkoping', { signing: signing.exempelkoping, cookie }),
    ...createStaffIdp(settings, 'nordby', { signing: signing.nordby, cookie }),
    ...createAddressRegister(),
    ...createCompanyRegister(),
    ...createPopulationRegister(),
    ...freja.app,
    ...bankId.app,
  ]

  // Only who has a client certificate of the authority reaches these.
  const partnerRoutes: Route[] = [...bankId.partner, ...freja.partner]

  const stopHttp = await listenOnLocalhost(settings.httpPort, createListener(routes))
  const mail = await startMailServer(inbox, faults)
  const clamd = await startClamd(scannerFaults)
  const partners = await listenMutualTls(authority, createListener(partnerRoutes))
  for (const partner of ['bankid', 'freja']) await writeClientCertificate(join(run, 'certificates', partner), authority)
  const ports = {
    httpPort: settings.httpPort,
    smtpPort: mail.port,
    clamdPort: clamd.port,
    partnersPort: partners.port,
  }
  await writeFile(`${portsFile}.new`, JSON.stringify(ports))
  await rename(`${portsFile}.new`, portsFile)

  return {
    smtpPort: mail.port,
    clamdPort: clamd.port,
    partnersPort: partners.port,
    stop: async () => {
      await rm(portsFile, { force: true })
      await Promise.all([stopHttp(), mail.stop(), clamd.stop(), partners.stop()])
    },
  }
}

import { z } from 'zod'
import { signingPath } from '../../drafts/public.ts'
import type { Device } from '../../identity/public.ts'
import type { Context } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import { type Answer, redirect } from '../../platform/http/answer.ts'
import { type Page, page, type RequestFacts } from '../../platform/http/page.ts'
import { Id } from '../../platform/ids.ts'
import { signWith } from '../commands/sign-with.ts'
import { invitationPath, signaturePath, signWithPath } from '../paths.ts'
import type { SigningPorts } from '../ports.ts'
import { readInvitation } from '../queries/read-invitation.ts'
import { readOwnRequest } from '../queries/read-own-request.ts'
import { ChooseDeviceView } from '../views/choose-device-view.tsx'
import type { WayToSign } from '../ways.ts'

const Parameters = z.object({ request: Id, method: z.string() })

const Body = z.object({ enhet: z.enum(['denna', 'annan']).catch('annan') })

const devices: Readonly<Record<z.infer<typeof Body>['enhet'], Device>> = { denna: 'this', annan: 'other' }

type Ports = Pick<SigningPorts, 'readFacts' | 'identity'>

/**
 * Signing by one of the municipality's methods, for the applicant and for those who have been asked: asks where the app is, or leads on at once to a provider's page.
 * That is done by GET, as the login does it: a form's answer can't end at another site (`form-action`).
 */
export const signWithPage = (ports: Ports): Page =>
  page(signWithPath(':request', ':method'), {
    area: 'citizen',
    params: Parameters,
    body: Body,
    async get({ ctx, params, request }) {
      const turn = await findTurn(ctx, ports, params.request)
      if (typeof turn === 'string') return redirect(turn)
      const way = turn.ways.find(({ name }) => name === params.method)
      if (!way) throw notFound()
      if (way.isElsewhere)
        return await start(ctx, ports, { draft: params.request, method: way.name, device: 'this', request })
      return <ChooseDeviceView draft={params.request} service={turn.service} method={way} back={turn.back} />
    },
    async post({ ctx, params, body, request }) {
      const turn = await findTurn(ctx, ports, params.request)
      if (typeof turn === 'string') return redirect(turn)
      if (!turn.ways.some(({ name, isElsewhere }) => name === params.method && !isElsewhere)) throw notFound()
      return await start(ctx, ports, {
        draft: params.request,
        method: params.method,
        device: devices[body.enhet],
        request,
      })
    },
  })

type Turn = {
  /** The e-service's title. */
  readonly service: string
  readonly ways: readonly WayToSign[]
  /** Where the ways to sign stand beside each other. */
  readonly back: string
}

/** What whoever's turn it is has to sign; the path to go to for who has nothing to sign now. Throws `not-found` for everybody who isn't asked. */
async function findTurn(ctx: Context, { readFacts }: Ports, draft: string): Promise<Turn | string> {
  const read = await readInvitation(ctx, readFacts, draft)
  const { pick } = ctx.texts
  if (read.kind === 'own') {
    const { isOwnTurn, service, ways } = await readOwnRequest(ctx, draft)
    return isOwnTurn ? { service: pick(service.definition.title), ways, back: signingPath(draft) } : signingPath(draft)
  }
  if (read.kind !== 'open' || !read.ownGroups) return invitationPath(draft)
  return { service: pick(read.service.definition.title), ways: read.ways, back: signaturePath(draft) }
}

type Start = {
  readonly draft: string
  readonly request: RequestFacts
  readonly method: string
  readonly device: Device
}

async function start(ctx: Context, ports: Ports, given: Start): Promise<Answer> {
  const started = await signWith(ctx, ports, given)
  return started.ok ? started.value : redirect(invitationPath(given.draft))
}

import { z } from 'zod'
import { signingPath } from '../../drafts/public.ts'
import type { Device } from '../../identity/public.ts'
import type { Context } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import { type Answer, redirect } from '../../platform/http/answer.ts'
import { type Page, page, type RequestFacts } from '../../platform/http/page.ts'
import { Id } from '../../platform/ids.ts'
import { signWith } from '../commands/sign-with.ts'
import { invitationPath, notFetchedPath, signaturePath, signWithPath } from '../paths.ts'
import type { SigningPorts } from '../ports.ts'
import { readInvitation } from '../queries/read-invitation.ts'
import { readOwnRequest } from '../queries/read-own-request.ts'
import { isMarked, markStart } from '../start-mark.ts'
import { ChooseDeviceView } from '../views/choose-device-view.tsx'
import { GoElsewhereView } from '../views/go-elsewhere-view.tsx'
import type { WayToSign } from '../ways.ts'

const Parameters = z.object({ request: Id, method: z.string() })

const Query = z.object({ tryckt: z.string().optional().catch(undefined) })

const Body = z.object({ enhet: z.enum(['denna', 'annan']).catch('annan') })

const devices: Readonly<Record<z.infer<typeof Body>['enhet'], Device>> = { denna: 'this', annan: 'other' }

type Ports = Pick<SigningPorts, 'readFacts' | 'identity'>

/**
 * Signing by one of the municipality's methods, for the applicant and for those who have been asked: asks where the app is, or leads on at once to a provider's page.
 * That is done by GET, as the login does it: a form's answer can't end at another site (`form-action`). By GET from a page of ours alone, as the browser says; from a browser that
 * doesn't say, after a button that is pressed on a page of ours.
 */
export const signWithPage = (ports: Ports): Page =>
  page(signWithPath(':request', ':method'), {
    area: 'citizen',
    params: Parameters,
    query: Query,
    body: Body,
    async get({ ctx, params, query, request }) {
      const turn = await findTurn(ctx, ports, params.request)
      if (typeof turn === 'string') return redirect(turn)
      const way = turn.ways.find(({ name }) => name === params.method)
      if (!way) throw notFound()
      if (way.isElsewhere) {
        const draft = params.request
        const isPressed = query.tryckt !== undefined && isMarked(ctx, { draft, method: way.name }, query.tryckt)
        // Nobody else's link leads past what is to be read: a provider whom somebody is logged in at may ask no more.
        if (isPressed || (request.site === 'same-origin' && turn.isRead))
          return await start(ctx, ports, { draft, method: way.name, device: 'this', request })
        if (request.site !== undefined) return redirect(turn.back)
        return (
          <GoElsewhereView draft={draft} service={turn.service} method={way} region={turn.region} back={turn.back} />
        )
      }
      return <ChooseDeviceView draft={params.request} service={turn.service} method={way} back={turn.back} />
    },
    async post({ ctx, params, body, request }) {
      const turn = await findTurn(ctx, ports, params.request)
      if (typeof turn === 'string') return redirect(turn)
      const way = turn.ways.find(({ name }) => name === params.method)
      if (!way) throw notFound()
      if (way.isElsewhere) {
        const tryckt = markStart(ctx, { draft: params.request, method: way.name })
        return redirect(`${signWithPath(params.request, way.name)}?${new URLSearchParams({ tryckt })}`)
      }
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
  /** Whose page those are on that are elsewhere. */
  readonly region: string
  /** They have had it before them, earlier than now. */
  readonly isRead: boolean
  /** Where the ways to sign stand beside each other. */
  readonly back: string
}

/** What whoever's turn it is has to sign; the path to go to for who has nothing to sign now. Throws `not-found` for everybody who isn't asked. */
async function findTurn(ctx: Context, { readFacts }: Ports, draft: string): Promise<Turn | string> {
  const read = await readInvitation(ctx, readFacts, draft)
  const { pick } = ctx.texts
  if (read.kind === 'own') {
    const { isOwnTurn, service, ways, region } = await readOwnRequest(ctx, draft)
    if (!isOwnTurn) return signingPath(draft)
    return { service: pick(service.definition.title), ways, region, isRead: true, back: signingPath(draft) }
  }
  if (read.kind !== 'open' || !read.ownGroups) return invitationPath(draft)
  const { service, ways, region, isRead } = read
  return { service: pick(service.definition.title), ways, region, isRead, back: signaturePath(draft) }
}

type Start = {
  readonly draft: string
  readonly request: RequestFacts
  readonly method: string
  readonly device: Device
}

async function start(ctx: Context, ports: Ports, given: Start): Promise<Answer> {
  const started = await signWith(ctx, ports, given)
  if (started.ok) return started.value
  return redirect(started.error === 'not-fetched' ? notFetchedPath(given.draft) : invitationPath(given.draft))
}

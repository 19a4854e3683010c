import { signingPath, stepPath } from '../../drafts/public.ts'
import { reviewStep } from '../../forms/navigation.ts'
import type { Context } from '../../platform/context.ts'
import { redirect } from '../../platform/http/answer.ts'
import { type Page, page } from '../../platform/http/page.ts'
import type { Texts } from '../../platform/texts/texts.ts'
import { changeApplication } from '../commands/change-application.ts'
import { checkSigners } from '../commands/check-signers.ts'
import { sendMissing } from '../commands/send-missing.ts'
import { withdrawRequest } from '../commands/withdraw-request.ts'
import { changePath, notFetchedPath, sendMissingPath, withdrawPath } from '../paths.ts'
import type { FinishPorts, SigningPorts } from '../ports.ts'
import type { OwnRequest } from '../queries/read-own-request.ts'
import { AskView } from '../views/ask-view.tsx'
import { calledIn } from '../views/party-line.ts'
import { withOwnRequest } from './own-request.ts'
import { DraftParameters } from './parameters.ts'

type Deed = {
  readonly path: string
  readonly name: 'change' | 'withdraw' | 'send-missing'
  /** Whom it concerns, of the parties. */
  readonly concerns: (party: OwnRequest['parties'][number]) => boolean
  /** Whether it can be done just now. */
  readonly isOpen: (request: OwnRequest) => boolean
  /** Does it; answers where the owner goes on. */
  readonly act: (ctx: Context, draft: string) => Promise<string>
}

/** Whoever is told: those who know of it already. */
const isTold: Deed['concerns'] = ({ hasBeenTold }) => hasBeenTold

/** "Ändra ansökan", "Återkalla" and "Skicka in ändå, en underskrift saknas": each asks on a page of its own, then does it. */
export const askingPages = (ports: FinishPorts & Pick<SigningPorts, 'identity'>): readonly Page[] => [
  askingPage(ports, {
    path: changePath(':draft'),
    name: 'change',
    concerns: isTold,
    isOpen: () => true,
    act: async (ctx, draft) => {
      await changeApplication(ctx, draft)
      return stepPath(draft, reviewStep)
    },
  }),
  askingPage(ports, {
    path: withdrawPath(':draft'),
    name: 'withdraw',
    concerns: isTold,
    isOpen: () => true,
    act: async (ctx, draft) => {
      await withdrawRequest(ctx, draft)
      return '/mina-sidor'
    },
  }),
  askingPage(ports, {
    path: sendMissingPath(':draft'),
    name: 'send-missing',
    concerns: ({ state }) => state !== 'signed',
    isOpen: ({ isStuck, mayMiss }) => isStuck && mayMiss,
    act: async (ctx, draft) => {
      const checked = await checkSigners(ctx, ports.identity.registers, { draft, verb: 'send-missing' })
      if (checked === 'not-fetched') return notFetchedPath(draft)
      const sent = await sendMissing(ctx, ports, draft)
      if (sent.ok) return sent.value.path
      return sent.error === 'not-fetched' ? notFetchedPath(draft) : signingPath(draft)
    },
  }),
]

const askingPage = (ports: FinishPorts, deed: Deed): Page =>
  page(deed.path, {
    area: 'citizen',
    params: DraftParameters,
    get: async ({ ctx, params }) =>
      await withOwnRequest(ctx, ports, params.draft, (request) =>
        deed.isOpen(request) ? ask(deed, request, ctx.texts) : redirect(signingPath(params.draft)),
      ),
    post: async ({ ctx, params }) =>
      await withOwnRequest(ctx, ports, params.draft, async (request) =>
        redirect(deed.isOpen(request) ? await deed.act(ctx, params.draft) : signingPath(params.draft)),
      ),
  })

const ask = ({ name, concerns }: Deed, { draft, service, what, isOwnTurn, parties }: OwnRequest, texts: Texts) => (
  <AskView
    deed={name}
    service={texts.pick(service.definition.title)}
    what={what}
    isSigned={!isOwnTurn}
    names={parties.filter(concerns).map((party) => calledIn(party, texts))}
    back={signingPath(draft)}
  />
)

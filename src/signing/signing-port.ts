import type { IdentityPorts, Kept, SigningOrderMethod } from '../identity/public.ts'
import { actingAs, type Context } from '../platform/context.ts'
import type { Tenant } from '../tenants/public.ts'
import { type FinishedSigning, finishSigning, type RefusedSigning } from './commands/finish-signing.ts'
import type { FailureWord } from './failure-word.ts'
import type { SigningMethod } from './methods/method.ts'
import { findSettings, orderMethodOf } from './methods/signing-methods.ts'
import { keptSignature } from './outcome.ts'
import { notFetchedPath } from './paths.ts'
import { refusedPath, waitingPath } from './paths-after.ts'
import type { FinishPorts, MethodPorts } from './ports.ts'
import { WordsToSign } from './what.ts'

/** What identity asks of signing: the apps' ways of it, and to put a signature with what it is of. */
export function signingPort(ports: FinishPorts & MethodPorts): IdentityPorts['signing'] {
  const methodOf = (tenant: Tenant, name: string): SigningMethod | undefined => {
    const settings = findSettings(tenant, name)
    return settings && orderMethodOf(settings, ports)
  }
  return {
    method: (tenant, name, what) => {
      const method = methodOf(tenant, name)
      return method && asOrder(method, what)
    },
    ended: (tenant, name, { code, device }) => methodOf(tenant, name)?.ended(code, device),
    finish: async (ctx, given) => {
      const finished = await finishSigning(ctx, ports, given)
      return finished.ok ? await pathAfter(ctx, ports, finished.value) : whereRefused(finished.error)
    },
  }
}

/** A signing method as identity knows orders: it is told what is to be signed once, and has it in mind at every question. */
function asOrder({ place, collect, ...orders }: SigningMethod, what: Kept): SigningOrderMethod {
  const { text, signer } = WordsToSign.parse(what)
  return {
    ...orders,
    place: async (ctx, input) => await place(ctx, { ...input, text, signer }),
    collect: async (ctx, order, lastHint) => {
      const collected = await collect(ctx, order, { lastHint, text, signer })
      return collected.kind === 'complete' ? { kind: 'complete', signature: keptSignature(collected) } : collected
    },
  }
}

async function pathAfter(ctx: Context, { findSent }: FinishPorts, finished: FinishedSigning): Promise<string> {
  const { draft, role, signer, outcome } = finished
  switch (outcome.kind) {
    case 'completed':
      return outcome.completed.path
    case 'waiting':
      return waitingPath(draft, role)
    case 'already':
      return (await findSent(actingAs(ctx, signer), draft)) ?? waitingPath(draft, role)
  }
}

const whereRefused = ({ draft, role, code }: RefusedSigning): string =>
  code === 'signing-not-fetched' ? notFetchedPath(draft) : refusedPath(draft, role, whyInWords(code))

function whyInWords(code: RefusedSigning['code']): FailureWord {
  switch (code) {
    case 'signing-earlier-round':
    case 'signing-not-collecting':
    case 'signing-no-request':
    case 'signing-other-answers':
    case 'signing-other-attachment':
    case 'signing-other-parties':
    case 'signing-other-version':
    case 'signing-other-draft':
      return 'andrad'
    case 'signing-other-person':
      return 'nagon-annan'
    default:
      return 'misslyckad'
  }
}

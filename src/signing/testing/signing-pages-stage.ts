import { askPage, htmlOf, targetOf } from '../../../tests/support/ask-page.tsx'
import { someFacts } from '../../drafts/testing/a-draft.ts'
import type { Context } from '../../platform/context.ts'
import { cookieNames } from '../../platform/http/cookies.ts'
import type { PostedForm } from '../../platform/http/page.ts'
import { signingPages } from '../pages/pages.ts'
import type { SigningPorts } from '../ports.ts'
import { named, numbers, signingStage } from './a-request.ts'

/** The pages of signing, asked by Ada, Bo and Cecilia; a provider's page is told of and not gone to. */
export async function signingPagesStage() {
  const stage = await signingStage()
  const people = {
    ada: await stage.person(numbers.ada),
    bo: await stage.person(numbers.bo),
    cecilia: await stage.person(numbers.cecilia),
  }
  const [ada, bo, cecilia] = [stage.as(people.ada), stage.as(people.bo), stage.as(people.cecilia)]
  const service = await stage.service({ missing: 'may-send' })

  /** Sent so far: what the case's pages would find. */
  const sent = new Set<string>()
  const started: string[] = []

  const ports: SigningPorts = {
    ...stage.ports,
    complete: async (ctx, tx, given) => {
      sent.add(given.draft)
      return await stage.ports.complete(ctx, tx, given)
    },
    findSent: async (ctx, draft) => (sent.has(draft) ? await stage.ports.findSent(ctx, draft) : undefined),
    findPartner: () => Promise.reject(new Error('nobody is asked')),
    simulators: undefined,
    readFacts: someFacts,
    identity: {
      registers: { of: async () => undefined },
      cookies: cookieNames(3000),
      methods: {
        find: (_tenant, name) => ({
          kind: 'redirect',
          answersBy: 'query',
          start: async (_ctx, { toSign }) => {
            started.push(`${name}: ${toSign?.message}`)
            return { address: 'https://hub.example/sign', kept: {} }
          },
          finish: () => Promise.reject(new Error('nobody comes back')),
        }),
      },
      signing: {
        method: () => undefined,
        ended: () => undefined,
        finish: () => Promise.reject(new Error('nothing is put')),
      },
    },
  }
  const pages = signingPages(ports)

  const ask = async (ctx: Context, path: string, form?: PostedForm) =>
    await askPage(pages, ctx, path.split('?')[0] ?? path, {
      query: Object.fromEntries(new URL(path, 'http://localhost').searchParams),
      ...(form && { form }),
    })
  const show = async (ctx: Context, path: string) => htmlOf(await ask(ctx, path), ctx)
  const goesTo = async (ctx: Context, path: string, form?: PostedForm) => targetOf(await ask(ctx, path, form))

  const answers = { namn: 'Lekstugan', inkomst: 'kanarielön-4711' }
  const owners = (draft: string, more = '') => `/utkast/${draft}/signering${more}`
  const partys = (draft: string, more = '') => `/signera/${draft}${more}`

  /** A request of Ada's that waits for Bo, or for herself. */
  const aWaiting = async ({ signedByAda = true } = {}): Promise<string> => {
    const draft = await stage.request(ada, {
      service,
      parties: [named(numbers.bo, 1, { name: 'Bo Exempel' })],
      answers,
    })
    if (signedByAda) await stage.sign(ada, draft)
    return draft
  }

  const partyOf = async (draft: string): Promise<string> => {
    const rows = await stage.database.query<{ party_id: string }>(
      'select party_id from signing.party where draft_id = $1 and position = 1',
      [draft],
    )
    return rows[0]?.party_id ?? ''
  }

  return {
    ...stage,
    people,
    ada,
    bo,
    cecilia,
    service,
    sent,
    started,
    pages,
    ask,
    show,
    goesTo,
    answers,
    owners,
    partys,
    aWaiting,
    partyOf,
    /** Forgets who has been led elsewhere, and whom Ada has told: she would have asked too many of too much in a day. */
    begin: async () => {
      started.length = 0
      await stage.database.query('delete from signing.told')
    },
  }
}

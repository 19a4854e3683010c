import type { Context } from '../../platform/context.ts'
import { aRequest } from '../../platform/testing/a-request.ts'
import type { Letterhead } from '../letterhead.ts'
import { documentPages } from '../public.ts'

/** The letterhead that tests print. */
export const letterhead: Letterhead = { municipality: 'Exempelköping', colour: '#0b5c4a' }

const pages = documentPages({
  readLetterhead: async () => letterhead,
  readFacts: async () => ({ today: '2027-03-03' }),
  afterSessionEnd: async () => undefined,
})

/** Asks one of the documents' pages by its address, as the web server would, and reads what it answers. */
export async function askPdf(ctx: Context, address: string): Promise<{ readonly name: string; readonly pdf: Buffer }> {
  const { pathname, searchParams } = new URL(address, 'http://localhost')
  for (const page of pages) {
    const match = new RegExp(`^${page.path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`).exec(pathname)
    if (!match) continue
    const answer = await page.get?.({
      ctx,
      params: page.params.parse({ ...match.groups }),
      query: page.query.parse(Object.fromEntries(searchParams)),
      request: aRequest({ path: address }),
    })
    if (!answer || !('kind' in answer) || answer.kind !== 'download' || !Buffer.isBuffer(answer.body)) break
    if (answer.mediaType !== 'application/pdf' || answer.size !== answer.body.length) break
    return { name: answer.name, pdf: answer.body }
  }
  throw new Error(`No PDF has the address ${address}`)
}

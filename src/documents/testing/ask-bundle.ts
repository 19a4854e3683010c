import { buffer } from 'node:stream/consumers'
import { unzipSync } from 'fflate'
import type { Context } from '../../platform/context.ts'
import { aRequest } from '../../platform/testing/a-request.ts'
import { evidencePages } from '../pages/evidence-pages.ts'
import { letterhead } from './ask-pdf.ts'

/** Asks for the evidence bundle of a case at its page, as staff or not, and answers its name and zip. */
export async function askBundle(
  ctx: Context,
  { caseId, asStaff }: { readonly caseId: string; readonly asStaff: boolean },
): Promise<{ readonly name: string; readonly zip: Uint8Array }> {
  const pages = evidencePages(async () => letterhead)
  const page = pages.find(({ area }) => area === (asStaff ? 'staff' : 'citizen'))
  const path = page?.path.replace(':case', caseId)
  const answer = await page?.get?.({
    ctx,
    params: { case: caseId },
    query: {},
    request: aRequest({ path: path ?? '' }),
  })
  if (!answer || !('kind' in answer) || answer.kind !== 'download' || Buffer.isBuffer(answer.body)) {
    throw new Error('It is no bundle')
  }
  return { name: answer.name, zip: await buffer(answer.body) }
}

/** The files of a bundle as text, by name. */
export const textsIn = (zip: Uint8Array): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]))

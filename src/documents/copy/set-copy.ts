import { textsFor } from '../../platform/texts/texts.ts'
import type { Letterhead } from '../letterhead.ts'
import type { PdfStandard } from '../pdf/typesetter.ts'
import { typesetInThread } from '../pdf/typesetting-thread.ts'
import { copyWords } from './copy-words.ts'
import type { Submitted } from './submitted.ts'
import { submissionCopyTemplate } from './template.ts'

/**
 * The copy of what was sent in, as PDF; dates in a time zone (IANA name). In Swedish, whatever language the form was shown in: it is the
 * municipality's document. The same input gives the same bytes. Throws `internal` when it can't be set.
 */
export async function setCopy(
  submitted: Submitted,
  letterhead: Letterhead,
  { timeZone, standard = 'a-2a' }: { readonly timeZone: string; readonly standard?: PdfStandard },
): Promise<Buffer> {
  const texts = textsFor('sv', timeZone)
  return await typesetInThread({
    template: submissionCopyTemplate,
    words: copyWords(submitted, letterhead, texts),
    mark: letterhead.mark ?? '',
    numberedNote: texts.t('documents.copy.numbered'),
    createdAt: submitted.receivedAt,
    standard,
  })
}

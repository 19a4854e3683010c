import { textsFor } from '../../platform/texts/texts.ts'
import type { Letterhead } from '../letterhead.ts'
import { printableJson } from '../pdf/printable.ts'
import { type PdfStandard, typesetter } from '../pdf/typesetter.ts'
import { copyWords } from './copy-words.ts'
import type { Submitted } from './submitted.ts'
import { submissionCopyTemplate } from './template.ts'

/**
 * The copy of what was sent in, as PDF; dates in a time zone (IANA name). In Swedish, whatever language the form was shown in: it is the
 * municipality's document. The same input gives the same bytes.
 */
export function setCopy(
  submitted: Submitted,
  letterhead: Letterhead,
  { timeZone, standard = 'a-2a' }: { readonly timeZone: string; readonly standard?: PdfStandard },
): Buffer {
  const texts = textsFor('sv', timeZone)
  const { printable, pdf } = typesetter()
  const { json, numbered } = printableJson(copyWords(submitted, letterhead, texts), printable)
  return pdf({
    template: submissionCopyTemplate,
    inputs: { copy: json, mark: letterhead.mark ?? '', note: numbered ? texts.t('documents.copy.numbered') : '' },
    createdAt: submitted.receivedAt,
    standard,
  })
}

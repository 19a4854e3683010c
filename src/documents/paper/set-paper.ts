import type { Texts } from '../../platform/texts/texts.ts'
import type { Letterhead } from '../letterhead.ts'
import type { PdfStandard } from '../pdf/typesetter.ts'
import { typesetInThread } from '../pdf/typesetting-thread.ts'
import { type FilledIn, type Paper, paperWords } from './paper-words.ts'
import { paperTemplate } from './template.ts'

type PaperSetting = {
  readonly letterhead: Letterhead
  /** The language in which it is printed. */
  readonly texts: Texts
  /** What was filled in on screen; an empty form without it. */
  readonly filledIn?: FilledIn | undefined
  readonly standard?: PdfStandard
}

/** A PDF and how many pages it has. */
export type SetPaper = { readonly pdf: Buffer; readonly pages: number }

/**
 * A form on paper as PDF. The same input gives the same bytes. Tagged and checked as an accessible document (PDF/UA-1), since who has it read
 * aloud must be able to fill it in with help. Throws `internal` when it can't be set.
 */
export async function setPaper(paper: Paper, setting: PaperSetting): Promise<SetPaper> {
  const { letterhead, texts, filledIn, standard = 'ua-1' } = setting
  const pdf = await typesetInThread({
    template: paperTemplate,
    words: paperWords(paper, { letterhead, texts, filledIn }),
    mark: letterhead.mark ?? '',
    numberedNote: texts.t('documents.copy.numbered'),
    // Never when it was printed: the same answers may have been printed before, by somebody else.
    createdAt: paper.publishedAt,
    standard,
  })
  return { pdf, pages: countPages(pdf) }
}

/** The page objects of a PDF of ours, none of which is compressed. */
const countPages = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0

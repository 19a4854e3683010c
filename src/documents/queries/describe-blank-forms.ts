import type { PaperForm } from '../../catalogue/public.ts'
import type { Context } from '../../platform/context.ts'
import { CodedError, type ErrorCode } from '../../platform/errors.ts'
import { type Language, languages } from '../../platform/texts/catalogue.ts'
import type { ReadLetterhead } from '../letterhead.ts'
import { blankForm } from '../paper/blank-forms.ts'
import { blankPath } from '../paper/paths.ts'

/** The PDF of an empty form: where it is, and how long and heavy (bytes), which is left out when it can't be told now. */
export type BlankFormFacts = {
  readonly language: Language
  readonly href: string
  readonly pages?: number
  readonly size?: number
}

/** What keeps a PDF from being set now. */
const notSet: readonly ErrorCode[] = ['internal', 'busy']

/** What the start page of a form on paper says of its PDFs, one in each language. A PDF that can't be set now keeps nobody from reading the page. */
export async function describeBlankForms(
  ctx: Context,
  form: PaperForm,
  readLetterhead: ReadLetterhead,
): Promise<readonly BlankFormFacts[]> {
  return await Promise.all(
    languages.map(async (language) => {
      const where = { language, href: blankPath(form.shortName, language) }
      try {
        const { pdf, pages } = await blankForm(ctx, { form, language }, readLetterhead)
        return { ...where, pages, size: pdf.length }
      } catch (error) {
        if (!(error instanceof CodedError) || !notSet.includes(error.code)) throw error
        ctx.log.error({ code: 'form-not-set', requestId: ctx.requestId, err: error })
        return where
      }
    }),
  )
}

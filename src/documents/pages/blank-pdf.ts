import { z } from 'zod'
import { findEntryByName, isPaperForm } from '../../catalogue/public.ts'
import { Id } from '../../forms/question.ts'
import { notFound } from '../../platform/errors.ts'
import { download } from '../../platform/http/answer.ts'
import { type Page, page } from '../../platform/http/page.ts'
import { languages } from '../../platform/texts/catalogue.ts'
import type { ReadLetterhead } from '../letterhead.ts'
import { blankForm } from '../paper/blank-forms.ts'
import { blankPath } from '../paper/paths.ts'

/** The empty form on paper, to print and fill in by hand. */
export const blankPdfPage = (readLetterhead: ReadLetterhead): Page =>
  page(blankPath(':service'), {
    area: 'public',
    params: z.object({ service: Id }),
    query: z.object({ sprak: z.enum(languages).optional().catch(undefined) }),
    async get({ ctx, params, query }) {
      const form = await findEntryByName(ctx, params.service)
      if (!form || !isPaperForm(form)) throw notFound()
      const language = query.sprak ?? ctx.texts.language
      const { pdf } = await blankForm(ctx, { form, language }, readLetterhead)
      return download({
        name: `${form.shortName}-${language}.pdf`,
        mediaType: 'application/pdf',
        size: pdf.length,
        body: pdf,
      })
    },
  })

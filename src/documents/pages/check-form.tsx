import { z } from 'zod'
import { notFound } from '../../platform/errors.ts'
import { page } from '../../platform/http/page.ts'
import { checkFormPath } from '../paper/paths.ts'
import { mayCheckForms } from '../policy.ts'
import { checkForm } from '../queries/check-form.ts'
import { CheckFormView } from '../views/check-form-view.tsx'

/** Where staff look up the code of a form that came by post. */
export const checkFormPage = page(checkFormPath, {
  area: 'staff',
  query: z.object({ kod: z.string().max(100).default('').catch('') }),
  async get({ ctx, query: { kod } }) {
    if (!mayCheckForms(ctx.actor)) throw notFound()
    const typed = kod.trim()
    return <CheckFormView typed={typed} checked={typed === '' ? undefined : await checkForm(ctx, typed)} />
  },
})

import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import { redirect, view } from '../../platform/http/answer.ts'
import { type Page, page } from '../../platform/http/page.ts'
import { Id } from '../../platform/ids.ts'
import { changeOrganisation } from '../commands/change-organisation.ts'
import type { Organisation } from '../model.ts'
import { changePath, organisationsPath } from '../paths.ts'
import { findMyOrganisation } from '../queries/list-my-organisations.ts'
import type { CompanyRegister } from '../register/company-register.ts'
import { OrganisationFormView } from '../views/organisation-form-view.tsx'
import { handleForm } from './handle-form.ts'
import { PostedOrganisation, typedFrom } from './organisation-form.ts'

/** "Ändra" one of one's own organisations. */
export const changeOrganisationPage = (register: CompanyRegister): Page =>
  page(changePath(':organisation'), {
    area: 'citizen',
    params: z.object({ organisation: Id }),
    body: PostedOrganisation,
    async get({ ctx, params }) {
      const organisation = await getOwn(ctx, params.organisation)
      return (
        <OrganisationFormView
          action={changePath(organisation.id)}
          changing={organisation.name}
          typed={typedFrom(organisation)}
          problems={{}}
        />
      )
    },
    async post({ ctx, params, body }) {
      const { id, name } = await getOwn(ctx, params.organisation)
      const form = { action: changePath(id), changing: name }
      const handled = await handleForm(ctx, register, body)
      if (handled.kind === 'show') {
        const status = Object.keys(handled.problems).length > 0 ? 422 : 200
        return view(<OrganisationFormView {...form} {...handled} />, { status })
      }
      const changed = await changeOrganisation(ctx, register, { id, details: handled.details })
      if (changed.ok) return redirect(`${organisationsPath}?klart=sparad`)
      const problems = { number: 'organisations.form.already-there' as const }
      return view(<OrganisationFormView {...form} typed={body} problems={problems} />, { status: 422 })
    },
    async resumed({ ctx, params, body }) {
      const { id, name } = await getOwn(ctx, params.organisation)
      return <OrganisationFormView action={changePath(id)} changing={name} typed={body} problems={{}} isAgain />
    },
  })

/** One of the reader's own organisations. Throws `not-found`. */
export async function getOwn(ctx: Context, id: string): Promise<Organisation> {
  const organisation = await findMyOrganisation(ctx, id)
  if (!organisation) throw notFound()
  return organisation
}

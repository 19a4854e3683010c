import { redirect, view } from '../../platform/http/answer.ts'
import { type Page, page } from '../../platform/http/page.ts'
import { addOrganisation } from '../commands/add-organisation.ts'
import { addPath, organisationsPath } from '../paths.ts'
import type { CompanyRegister } from '../register/company-register.ts'
import { OrganisationFormView } from '../views/organisation-form-view.tsx'
import { handleForm } from './handle-form.ts'
import { emptyForm, PostedOrganisation } from './organisation-form.ts'

/** "Lägg till organisation". */
export const addOrganisationPage = (register: CompanyRegister): Page =>
  page(addPath, {
    area: 'citizen',
    body: PostedOrganisation,
    get: () => <OrganisationFormView action={addPath} typed={emptyForm} problems={{}} />,
    async post({ ctx, body }) {
      const handled = await handleForm(ctx, register, body)
      if (handled.kind === 'show') {
        const status = Object.keys(handled.problems).length > 0 ? 422 : 200
        return view(<OrganisationFormView action={addPath} {...handled} />, { status })
      }
      const added = await addOrganisation(ctx, register, handled.details)
      if (added.ok) return redirect(`${organisationsPath}?klart=tillagd`)
      const problems =
        added.error === 'already-there'
          ? { number: 'organisations.form.already-there' as const }
          : { name: 'organisations.form.too-many' as const }
      return view(<OrganisationFormView action={addPath} typed={body} problems={problems} />, { status: 422 })
    },
    resumed: ({ body }) => <OrganisationFormView action={addPath} typed={body} problems={{}} isAgain />,
  })

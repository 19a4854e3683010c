import { notFound } from '../../platform/errors.ts'
import { redirect } from '../../platform/http/answer.ts'
import { page } from '../../platform/http/page.ts'
import { mayDo } from '../policy.ts'
import { listServices } from '../queries/list-services.ts'
import { ServicesToCloseView } from './views/services-to-close-view.tsx'

const servicesPath = '/admin/e-tjanster'

/** `/admin` leads to what an administrator has to do with. */
export const administrationPage = page('/admin', { area: 'staff', get: () => redirect(servicesPath) })

/** The e-services for an administrator: which are open, and the way to close each. Nobody else finds the page. */
export const servicesToClosePage = page(servicesPath, {
  area: 'staff',
  async get({ ctx }) {
    if (!mayDo(ctx.actor, 'close')) throw notFound()
    const services = await listServices(ctx)
    return <ServicesToCloseView services={services.filter(({ kind }) => kind === 'electronic')} />
  },
})

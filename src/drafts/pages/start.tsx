import { z } from 'zod'
import { servicePath, unmetPath } from '../../catalogue/public.ts'
import { Id } from '../../forms/question.ts'
import { redirect, view } from '../../platform/http/answer.ts'
import { type Page, page } from '../../platform/http/page.ts'
import { startService } from '../commands/start-service.ts'
import { startPath } from '../paths.ts'
import type { DraftPorts } from '../ports.ts'
import { TooManyView } from '../views/too-many-view.tsx'
import { asVisitor } from '../visitor.ts'

/** "Starta e-tjänsten": begins a draft, or leads to the login first. */
export const startPage = (ports: DraftPorts): Page =>
  page(startPath(':service'), {
    area: 'public',
    params: z.object({ service: Id }),
    body: z.object({ inloggning: z.enum(['ja', 'nej']).catch('nej') }),
    async post({ ctx, params, body, request }) {
      const visit = asVisitor(ctx, request, ports.visitorCookie)
      const wish = { shortName: params.service, logIn: body.inloggning === 'ja' }
      const started = await startService(visit.ctx, ports.readFacts, wish)
      switch (started.kind) {
        case 'started':
          return redirect(started.path, { cookies: visit.cookies })
        case 'login-required':
          return await ports.beginLogin(ctx, request, { kind: 'start', service: params.service })
        case 'closed':
          return redirect(servicePath(params.service))
        case 'unmet':
          return redirect(unmetPath(params.service, started.unmet))
        case 'too-many':
          return view(<TooManyView most={started.most} hasMyPages={ctx.actor.kind === 'citizen'} />, { status: 409 })
      }
    },
  })

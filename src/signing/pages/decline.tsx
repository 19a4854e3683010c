import { z } from 'zod'
import { redirect, view } from '../../platform/http/answer.ts'
import { type Page, page } from '../../platform/http/page.ts'
import type { Texts } from '../../platform/texts/texts.ts'
import { declineToSign } from '../commands/decline-to-sign.ts'
import { declinePath, done, invitationPath } from '../paths.ts'
import type { ReadInvitation } from '../queries/read-invitation.ts'
import { DeclineView, longestReason } from '../views/decline-view.tsx'
import { type InvitationPorts, withInvitation } from './own-invitation.ts'
import { RequestParameters } from './parameters.ts'

const Body = z.object({ skal: z.string().catch('') })

/** "Jag vill inte skriva under". */
export const declinePage = (ports: InvitationPorts): Page =>
  page(declinePath(':request'), {
    area: 'citizen',
    params: RequestParameters,
    body: Body,
    get: async ({ ctx, params: { request } }) =>
      await withInvitation(ctx, ports, request, (invitation) =>
        invitation.kind === 'open' ? (
          <DeclineView {...facts(invitation, ctx.texts)} />
        ) : (
          redirect(invitationPath(request))
        ),
      ),
    post: async ({ ctx, params: { request }, body: { skal } }) =>
      await withInvitation(ctx, ports, request, async (invitation) => {
        if (invitation.kind !== 'open') return redirect(invitationPath(request))
        const reason = skal.replaceAll('\r\n', '\n').trim()
        const problem = reason === '' ? 'missing' : reason.length > longestReason ? 'too-long' : undefined
        if (problem) {
          const body = <DeclineView {...facts(invitation, ctx.texts)} typed={skal} problem={problem} />
          return view(body, { status: 422 })
        }
        await declineToSign(ctx, { draft: request, reason })
        return redirect(done(invitationPath(request), 'avbojt'))
      }),
    resumed: async ({ ctx, params: { request }, body: { skal } }) =>
      await withInvitation(ctx, ports, request, (invitation) =>
        invitation.kind === 'open' ? (
          <DeclineView {...facts(invitation, ctx.texts)} typed={skal} isResumed />
        ) : (
          redirect(invitationPath(request))
        ),
      ),
  })

const facts = ({ draft, service, what }: Extract<ReadInvitation, { kind: 'open' | 'signed' }>, { pick }: Texts) => ({
  draft,
  what,
  service: pick(service.definition.title),
})

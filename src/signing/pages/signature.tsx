import { redirect } from '../../platform/http/answer.ts'
import { type Page, page } from '../../platform/http/page.ts'
import { invitationPath, signaturePath } from '../paths.ts'
import { withFailure } from '../paths-after.ts'
import type { SigningPorts } from '../ports.ts'
import { SignatureView } from '../views/signature-view.tsx'
import { failureOf } from './failure.ts'
import { type InvitationPorts, withInvitation } from './own-invitation.ts'
import { RequestParameters, Told } from './parameters.ts'

/** What somebody is about to sign, and the ways to do it; back to what they read while their own questions aren't answered. */
export const signaturePage = (ports: InvitationPorts & Pick<SigningPorts, 'identity'>): Page =>
  page(signaturePath(':request'), {
    area: 'citizen',
    params: RequestParameters,
    query: Told,
    get: async ({ ctx, params: { request }, query, request: asked }) =>
      await withInvitation(ctx, ports, request, async (invitation) => {
        if (invitation.kind !== 'open' || !invitation.ownGroups)
          return redirect(withFailure(invitationPath(request), query.fel))
        const { service, what, from, role, covers, ownGroups, ways, region } = invitation
        return (
          <SignatureView
            {...{ draft: request, what, from, covers, ways, region }}
            service={ctx.texts.pick(service.definition.title)}
            signsAs={role}
            own={ownGroups}
            failure={await failureOf(ctx, ports, { word: query.fel, request: asked })}
          />
        )
      }),
  })

import type { FilledForm } from '../../forms/filled.ts'
import { readPosted } from '../../forms/posted.ts'
import { type PostedForm, postedText } from '../../forms/posted-form.ts'
import type { Problem } from '../../forms/problem.ts'
import { redirect, view } from '../../platform/http/answer.ts'
import { type Page, page } from '../../platform/http/page.ts'
import type { Texts } from '../../platform/texts/texts.ts'
import { saveOwnAnswers } from '../commands/save-own-answers.ts'
import { declinePath, done, invitationPath, signaturePath } from '../paths.ts'
import type { SigningPorts } from '../ports.ts'
import type { OpenInvitation, ReadInvitation } from '../queries/read-invitation.ts'
import type { Failure } from '../views/failure-notice.tsx'
import { InvitationStateView } from '../views/invitation-state-view.tsx'
import { InvitationView, invitationActions } from '../views/invitation-view.tsx'
import { failureOf } from './failure.ts'
import { type InvitationPorts, withInvitation } from './own-invitation.ts'
import { RequestParameters, Told } from './parameters.ts'

/** What somebody who has been asked to sign reads and fills in: `/signera/:request`. */
export const invitationPage = (ports: InvitationPorts & Pick<SigningPorts, 'identity'>): Page =>
  page(invitationPath(':request'), {
    area: 'citizen',
    asksForLogin: true,
    params: RequestParameters,
    query: Told,
    get: async ({ ctx, params: { request }, query, request: asked }) =>
      await withInvitation(ctx, ports, request, async (invitation) => {
        const failure = await failureOf(ctx, ports, { word: query.fel, request: asked })
        return invitation.kind === 'open' ? (
          <InvitationView
            invitation={shown(invitation, ctx.texts)}
            justSaved={query.klart === 'sparad'}
            failure={failure}
          />
        ) : (
          answered(request, invitation, { texts: ctx.texts, justNow: query.klart !== undefined, failure })
        )
      }),
    post: async ({ ctx, params: { request }, body }) =>
      await withInvitation(ctx, ports, request, async (invitation) => {
        // Answered in another window, or taken back meanwhile: there is nothing to fill in any more.
        if (invitation.kind !== 'open') return redirect(invitationPath(request))
        const { filled, problems } = await saveOwnAnswers(ctx, ports.readFacts, { draft: request, posted: body })
        const action = postedText(body, 'action')
        if (action === invitationActions.decline) return redirect(declinePath(request))
        if (action !== invitationActions.next) return redirect(done(invitationPath(request), 'sparad'))
        if (problems.length === 0) return redirect(signaturePath(request))
        const told: readonly Problem[] = problems.flatMap((step) => step.problems)
        return view(<InvitationView invitation={shown({ ...invitation, own: filled }, ctx.texts)} problems={told} />, {
          status: 422,
        })
      }),
    resumed: async ({ ctx, params: { request }, body }) =>
      await withInvitation(ctx, ports, request, (invitation) =>
        invitation.kind === 'open' ? (
          <InvitationView
            invitation={shown({ ...invitation, own: invitation.own && withTyped(invitation.own, body) }, ctx.texts)}
            isResumed
          />
        ) : (
          answered(request, invitation, { texts: ctx.texts, justNow: false })
        ),
      ),
  })

const shown = (invitation: OpenInvitation, { pick }: Texts) => ({
  ...invitation,
  service: pick(invitation.service.definition.title),
})

/** A form with what was posted in its fields, saved or not. */
const withTyped = (own: FilledForm, posted: PostedForm): FilledForm => ({
  ...own,
  steps: own.steps,
  typed: { ...own.typed, ...Object.assign({}, ...own.steps.map((step) => readPosted(step, posted, own.typed))) },
})

/** The page of somebody who has nothing to sign: what has become of it. */
function answered(
  draft: string,
  invitation: Exclude<ReadInvitation, { kind: 'own' }>,
  {
    texts,
    justNow,
    failure,
  }: { readonly texts: Texts; readonly justNow: boolean; readonly failure?: Failure | undefined },
) {
  const service = texts.pick(invitation.service.definition.title)
  if (invitation.kind !== 'closed') {
    const { what, signedAt, groups, parties } = invitation
    return <InvitationStateView {...{ draft, service, what, groups, parties, justNow }} state="signed" at={signedAt} />
  }
  const { state, what, at } = invitation
  return <InvitationStateView {...{ draft, service, what, state, at, justNow, failure }} groups={[]} parties={[]} />
}

import { z } from 'zod'
import { signingPath } from '../../drafts/public.ts'
import { phoneInWords } from '../../forms/formats/phone.ts'
import type { Context } from '../../platform/context.ts'
import { type Redirect, redirect, view } from '../../platform/http/answer.ts'
import { type Page, page } from '../../platform/http/page.ts'
import { changeContact } from '../commands/change-contact.ts'
import { contactPath, done } from '../paths.ts'
import type { FinishPorts } from '../ports.ts'
import type { OwnPartyView } from '../queries/read-own-request.ts'
import { ContactView } from '../views/contact-view.tsx'
import { calledIn } from '../views/party-line.ts'
import { withOwnRequest } from './own-request.ts'
import { PartyParameters } from './parameters.ts'
import { postedContact } from './posted-contact.ts'

const Body = z.object({ epost: z.string().catch(''), mobil: z.string().catch('') })

/** "Ändra kontaktadress": of what the applicant has typed themselves. */
export const contactPage = (ports: Pick<FinishPorts, 'findSent'>): Page =>
  page(contactPath(':draft', ':party'), {
    area: 'citizen',
    params: PartyParameters,
    body: Body,
    get: async ({ ctx, params }) =>
      await withParty(ctx, ports, params, ({ contact }, shown) => (
        <ContactView
          {...shown}
          typed={{ epost: contact.email ?? '', mobil: contact.phone ? phoneInWords(contact.phone) : '' }}
        />
      )),
    post: async ({ ctx, params, body }) =>
      await withParty(ctx, ports, params, async (_, shown) => {
        const read = postedContact(body)
        if (!read.ok) return view(<ContactView {...shown} typed={body} problems={read.error} />, { status: 422 })
        const changed = await changeContact(ctx, { ...params, contact: read.value })
        return redirect(done(signingPath(params.draft), changed === 'told' ? 'kontakt-skickad' : 'kontakt'))
      }),
    resumed: async ({ ctx, params, body }) =>
      await withParty(ctx, ports, params, (_, shown) => <ContactView {...shown} typed={body} isResumed />),
  })

type Shown = {
  readonly draft: string
  readonly service: string
  readonly party: { readonly id: string; readonly name: string }
}

/** Answers for one of the parties; who has signed or declined meanwhile has no address to change. */
async function withParty<Answered>(
  ctx: Context,
  ports: Pick<FinishPorts, 'findSent'>,
  { draft, party: id }: z.infer<typeof PartyParameters>,
  answer: (party: OwnPartyView, shown: Shown) => Promise<Answered> | Answered,
): Promise<Answered | Redirect> {
  return await withOwnRequest(ctx, ports, draft, async ({ service, parties }) => {
    const party = parties.find((one) => one.id === id)
    if (!party?.mayChangeContact) return redirect(signingPath(draft))
    const name = calledIn(party, ctx.texts)
    return await answer(party, { draft, service: ctx.texts.pick(service.definition.title), party: { id, name } })
  })
}

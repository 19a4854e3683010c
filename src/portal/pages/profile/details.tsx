import { z } from 'zod'
import { changeOwnDetails, findOwnPerson, type Person } from '../../../people/public.ts'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { redirect } from '../../../platform/http/answer.ts'
import { page } from '../../../platform/http/page.ts'
import { DetailsView } from '../../views/details-view.tsx'
import { checkDetails, PostedDetails, typedFrom } from './details-form.ts'

/** "Mina uppgifter": what is known of the reader, and what they may change. */
export const detailsPage = page('/mina-sidor/uppgifter', {
  area: 'citizen',
  query: z.object({ sparat: z.string().optional().catch(undefined) }),
  body: PostedDetails,
  async get({ ctx, query }) {
    const person = await getOwnPerson(ctx)
    return (
      <DetailsView
        person={person}
        warned={isWarned(ctx)}
        typed={typedFrom(person, ctx.texts)}
        problems={{}}
        saved={query.sparat !== undefined}
      />
    )
  },
  async post({ ctx, body }) {
    const checked = checkDetails(body, { warned: isWarned(ctx) })
    if (!checked.ok) {
      const person = await getOwnPerson(ctx)
      return <DetailsView person={person} warned={isWarned(ctx)} typed={body} problems={checked.problems} />
    }
    await changeOwnDetails(ctx, checked.details)
    // `lang` makes the screens follow the choice at once.
    return redirect(`/mina-sidor/uppgifter?sparat=ja&lang=${checked.details.language}`)
  },
})

const isWarned = ({ actor }: Context): boolean => actor.kind === 'citizen' && actor.protectedIdentity

async function getOwnPerson(ctx: Context): Promise<Person> {
  const person = await findOwnPerson(ctx)
  if (!person) throw notFound()
  return person
}

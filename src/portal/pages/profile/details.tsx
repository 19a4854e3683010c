import { z } from 'zod'
import { identifiedRecently } from '../../../identity/public.ts'
import { changeOwnDetails, findOwnPerson, type Person } from '../../../people/public.ts'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { redirect } from '../../../platform/http/answer.ts'
import { type Page, type PostedForm, page } from '../../../platform/http/page.ts'
import type { PortalPorts } from '../../ports.ts'
import { DetailsView } from '../../views/details-view.tsx'
import { checkDetails, movesNotices, PostedDetails, typedFrom } from './details-form.ts'

const path = '/mina-sidor/uppgifter'

/** "Mina uppgifter": what is known of the reader, and what they may change. Where notices go is changed only by who has shown who they are just now. */
export const detailsPage = ({ identifyAgain, offersSms }: PortalPorts): Page =>
  page(path, {
    area: 'citizen',
    query: z.object({ sparat: z.string().optional().catch(undefined) }),
    body: PostedDetails,
    async get({ ctx, query }) {
      const person = await getOwnPerson(ctx)
      return (
        <DetailsView
          person={person}
          warned={isWarned(ctx)}
          offersSms={await offersSms(ctx)}
          typed={typedFrom(person, ctx.texts)}
          problems={{}}
          notice={query.sparat !== undefined ? 'saved' : undefined}
        />
      )
    },
    async post({ ctx, body }) {
      const person = await getOwnPerson(ctx)
      const checked = checkDetails(body, { warned: isWarned(ctx) })
      if (!checked.ok) {
        return (
          <DetailsView
            person={person}
            warned={isWarned(ctx)}
            offersSms={await offersSms(ctx)}
            typed={body}
            problems={checked.problems}
          />
        )
      }
      if (movesNotices(person, checked.details) && !(await identifiedRecently(ctx))) {
        return await identifyAgain(ctx, { path, form: formOf(body) })
      }
      await changeOwnDetails(ctx, checked.details)
      return redirect(savedPath(checked.details.language))
    },
    async resumed({ ctx, body }) {
      return (
        <DetailsView
          person={await getOwnPerson(ctx)}
          warned={isWarned(ctx)}
          offersSms={await offersSms(ctx)}
          typed={body}
          problems={{}}
          notice="not-saved"
        />
      )
    },
  })

/**
 * Changes what the reader had asked to change, now that they have shown once more who they are. Answers the path to go on at: what can't be
 * saved any more is left.
 */
export async function applyKeptDetails(ctx: Context, form: PostedForm): Promise<string> {
  const checked = checkDetails(PostedDetails.parse(form), { warned: isWarned(ctx) })
  if (!checked.ok) return path
  await changeOwnDetails(ctx, checked.details)
  return savedPath(checked.details.language)
}

/** "Mina uppgifter" of the reader as they would be sent with some details changed, and where. */
export async function detailsWith(
  ctx: Context,
  changed: { readonly email?: string; readonly phone?: string },
): Promise<{ readonly path: string; readonly form: PostedForm }> {
  return { path, form: formOf({ ...typedFrom(await getOwnPerson(ctx), ctx.texts), ...changed }) }
}

// `lang` makes the screens follow the choice at once.
const savedPath = (language: string): string => `${path}?sparat=ja&lang=${language}`

const formOf = (typed: PostedDetails): PostedForm =>
  Object.fromEntries(Object.entries(typed).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))

const isWarned = ({ actor }: Context): boolean => actor.kind === 'citizen' && actor.protectedIdentity

async function getOwnPerson(ctx: Context): Promise<Person> {
  const person = await findOwnPerson(ctx)
  if (!person) throw notFound()
  return person
}

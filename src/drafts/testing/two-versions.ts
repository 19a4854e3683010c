import type { Service } from '../../catalogue/public.ts'
import { aService } from '../../catalogue/testing/a-service.ts'
import type { Context } from '../../platform/context.ts'

type Written = Readonly<Record<string, unknown>> & { readonly id: string; readonly type: string }

const words = (text: string) => ({ sv: text, en: text })

/** A version of a service whose steps hold these questions, and what it says of drafts of the version before. */
export const aVersion = async (
  ctx: Context,
  given: {
    readonly shortName: string
    readonly drafts?: 'finish' | 'move'
    readonly steps: Readonly<Record<string, readonly Written[]>>
  },
): Promise<Service> =>
  await aService(ctx, {
    shortName: given.shortName,
    ...(given.drafts ? { drafts: given.drafts } : {}),
    form: {
      steps: Object.entries(given.steps).map(([id, questions]) => ({
        id,
        title: words(id),
        questions: questions.map((question) => ({ label: words(`Fråga ${question.id}`), ...question })),
      })),
    },
  })

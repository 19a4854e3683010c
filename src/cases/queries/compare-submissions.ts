import { type ChangedLine, compareSummaries } from '../../forms/compare.ts'
import { type SummaryGroup, summarise } from '../../forms/summary.ts'
import type { Context } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import type { Texts } from '../../platform/texts/texts.ts'
import { listSubmissions, type Submission } from './list-submissions.ts'

/** A submission in words, step by step. */
export const summariseSubmission = ({ service, answers }: Submission, texts: Texts): readonly SummaryGroup[] =>
  summarise(service.definition.form, answers, texts)

/** What changed from one submission to another, in words. */
export const changesBetween = (before: Submission, after: Submission, texts: Texts): readonly ChangedLine[] =>
  compareSummaries(summariseSubmission(before, texts), summariseSubmission(after, texts))

/** What changed between two submissions of a case, by their numbers. Throws `not-found` when there is no such case or submission for the actor. */
export async function compareSubmissions(
  ctx: Context,
  caseId: string,
  { before, after }: { readonly before: number; readonly after: number },
): Promise<readonly ChangedLine[]> {
  const submissions = await listSubmissions(ctx, caseId)
  const [one, another] = [before, after].map((wanted) => submissions.find(({ sequence }) => sequence === wanted))
  if (!one || !another) throw notFound()
  return changesBetween(one, another, ctx.texts)
}

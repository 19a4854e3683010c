import { type ChangedLine, compareSummaries } from '../forms/compare.ts'
import { type SummaryGroup, summarise } from '../forms/summary.ts'
import type { Texts } from '../platform/texts/texts.ts'
import type { Submission } from './queries/list-submissions.ts'

/** A submission in words, step by step. */
export const summariseSubmission = ({ service, ...sent }: Submission, texts: Texts): readonly SummaryGroup[] =>
  summarise(service.definition.form, sent, texts)

/** What changed from one submission to another, in words. */
export const changesBetween = (before: Submission, after: Submission, texts: Texts): readonly ChangedLine[] =>
  compareSummaries(summariseSubmission(before, texts), summariseSubmission(after, texts))

import { type FilledInService, getFilledInVersion } from '../../catalogue/public.ts'
import { addedQuestions } from '../../forms/carry.ts'
import { questionsOf } from '../../forms/definition.ts'
import { factsNeeded } from '../../forms/prefill.ts'
import { typeOf } from '../../forms/questions/registry.ts'
import { summariseTyped } from '../../forms/summary.ts'
import { inOneLine } from '../../forms/summary-value.ts'
import type { Context } from '../../platform/context.ts'
import type { LeftBehind } from '../content.ts'
import type { OpenDraft } from '../model.ts'
import type { ReadFacts } from '../ports.ts'

/** A question as it was called, and what the person had written there, in words. */
export type LeftLine = { readonly label: string; readonly written: string }

/** What has changed in a draft's form, for the person to read. */
export type ReadMove = {
  /** The e-service's title. */
  readonly title: string
  /** What the form no longer asks for or could not take over. */
  readonly gone: readonly LeftLine[]
  /** What stands in the form still, but means something else or is not right any more. */
  readonly check: readonly LeftLine[]
  /** Labels of questions that are new. */
  readonly added: readonly string[]
}

/** Reads what has changed in the form of an own draft since its owner began. */
export async function readMove(ctx: Context, readFacts: ReadFacts, { move, versionId }: OpenDraft): Promise<ReadMove> {
  const { form, title } = (await getFilledInVersion(ctx, versionId)).definition
  const left = move?.left ?? []
  const lines = async (kept: boolean) =>
    (await Promise.all(left.filter((one) => one.kept === kept).map((one) => lineOf(ctx, readFacts, one)))).flat()
  const before = move && (await getFilledInVersion(ctx, move.from)).definition.form
  return {
    title: ctx.texts.pick(title),
    gone: await lines(false),
    check: await lines(true),
    added: before
      ? addedQuestions(before, form)
          .filter((question) => typeOf(question).asks)
          .map(({ label }) => ctx.texts.pick(label))
      : [],
  }
}

async function lineOf(ctx: Context, readFacts: ReadFacts, left: LeftBehind): Promise<readonly LeftLine[]> {
  const { definition }: FilledInService = await getFilledInVersion(ctx, left.versionId)
  const question = questionsOf(definition.form).find(({ id }) => id === left.questionId)
  if (!question) return []
  const facts = await readFacts(ctx, factsNeeded(definition.form))
  const value = summariseTyped(question, { typed: { [question.id]: left.typed }, facts }, ctx.texts)
  return [{ label: ctx.texts.pick(question.label), written: inOneLine(value) }]
}

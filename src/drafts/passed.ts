import { z } from 'zod'
import type { FormDefinition } from '../forms/definition.ts'
import { reviewStep } from '../forms/navigation.ts'

export const Passed = z.object({ versionId: z.string(), step: z.string(), revision: z.int().min(0) }).readonly()

/** That every step before this one was right when "Nästa" led there, in a version of the form and at a revision of the draft. */
export type Passed = z.infer<typeof Passed>

/** What is known to be right without looking at it again. */
export type Sure = {
  /** The step that "Nästa" led to. */
  readonly step: string
  /** Ids of the questions that have been answered anew since then. */
  readonly changed: readonly string[]
}

type Stored = {
  readonly versionId: string
  readonly content: {
    readonly answers: Readonly<Record<string, { readonly revision: number }>>
    readonly passed?: Passed | undefined
  }
}

/** What is sure in a draft; nothing in one whose form has changed. */
export function sureIn({ versionId, content: { answers, passed } }: Stored): Sure | undefined {
  if (passed?.versionId !== versionId) return undefined
  const newer = Object.entries(answers).filter(([, { revision }]) => revision > passed.revision)
  return { step: passed.step, changed: newer.map(([id]) => id) }
}

/**
 * The first step that isn't known to be right. Rules ask for earlier questions alone: an answer makes no step before its own wrong. What
 * only time or a register makes wrong is found by the review, and when it is sent.
 */
export function firstUnsure({ steps }: FormDefinition, sure: Sure | undefined): string {
  const changed = new Set(sure?.changed)
  const isUnsure = ({ id, questions }: (typeof steps)[number]) =>
    id === (sure?.step ?? id) || questions.some((question) => changed.has(question.id))
  return steps.find(isUnsure)?.id ?? reviewStep
}

type Left = {
  readonly form: FormDefinition
  /** The step that is left, and the one that its owner is led to. */
  readonly step: string
  readonly to: string
  /** That the draft then has. */
  readonly revision: number
}

/** What is noted when a step has been saved: that it is passed, when "Nästa" leads on from it and all before it is sure. */
export function passedAfter({ versionId, content }: Stored, { form, step, to, revision }: Left): Passed | undefined {
  const place = (id: string) => [...form.steps.map((one) => one.id), reviewStep].indexOf(id)
  const sure = place(firstUnsure(form, sureIn({ versionId, content })))
  const isNews = place(to) > place(step) && sure >= place(step) && sure <= place(to)
  return isNews ? { versionId, step: to, revision } : content.passed
}

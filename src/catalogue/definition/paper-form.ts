import { z } from 'zod'
import { FormDefinition } from '../../forms/definition.ts'
import { FormShape } from '../../forms/form.ts'
import { attachments } from '../../forms/questions/attachments/type.ts'
import { LocalizedText } from '../../platform/texts/localized.ts'
import { anybody, firstStepFaults } from './reader.ts'
import { startPageSettings } from './start-page.ts'

/** Somebody who signs by hand: what stands above the line, and what they confirm by it. */
const Signature = z.strictObject({ heading: LocalizedText, statement: LocalizedText.optional() }).readonly()

const settings = {
  ...startPageSettings,
  kind: z.literal('paper-form'),
  /** Whether it can be filled in on screen before it is printed. Otherwise nothing that is typed is received at all. */
  fillable: z.boolean(),
  /** As for an e-service. */
  drafts: z.enum(['finish', 'move']).default('finish'),
  /** What is to lie with it in the envelope. */
  enclosures: z.array(LocalizedText).default([]).readonly(),
  signatures: z.array(Signature).min(1).readonly(),
  postalAddress: LocalizedText,
  /** The office that takes it, where it is, and when it is open. */
  office: z.strictObject({ name: LocalizedText, address: LocalizedText, openingHours: LocalizedText }).readonly(),
} as const

const paperForm = (form: z.ZodType<FormDefinition>) => z.strictObject({ ...settings, form }).readonly()

/** One that has been published: its shape alone, as it was checked then. */
export const PublishedPaperForm = paperForm(FormShape)

/**
 * A form on paper: printed, signed by hand, and posted or handed in. Its PDF is made of the same form that is filled in on screen, so the two
 * never differ.
 */
export const PaperFormDefinition = paperForm(FormDefinition).superRefine(({ form, fillable, drafts }, context) => {
  if (!fillable && drafts === 'move') {
    context.addIssue({ code: 'custom', path: ['drafts'], message: 'nobody can go on with a form that is only printed' })
  }
  for (const { path, message } of firstStepFaults(form, anybody))
    context.addIssue({ code: 'custom', path: [...path], message })
  for (const [stepIndex, { questions }] of form.steps.entries()) {
    for (const [index, question] of questions.entries()) {
      if (!attachments.is(question)) continue
      const path = ['form', 'steps', stepIndex, 'questions', index]
      context.addIssue({ code: 'custom', path, message: 'files go with the paper: name them in enclosures' })
    }
  }
})

export type PaperFormDefinition = z.infer<typeof PaperFormDefinition>

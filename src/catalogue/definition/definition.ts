import { z } from 'zod'
import { FormDefinition } from '../../forms/definition.ts'
import { FormShape } from '../../forms/form.ts'
import { LocalizedText } from '../../platform/texts/localized.ts'
import { groupFaults, HandlingGroup } from './handling-group.ts'
import { Open, openFaults } from './open.ts'
import { PaperFormDefinition, PublishedPaperForm } from './paper-form.ts'
import { firstStepFaults, readerOf } from './reader.ts'
import { SigningSettings, signingFaults } from './signing.ts'
import { startPageSettings } from './start-page.ts'
import { Status } from './status.ts'
import { type DefinitionFault, statusFaults } from './status-faults.ts'

const settings = {
  ...startPageSettings,
  kind: z.literal('electronic'),
  /** Whether one must, may or need not log in to use it. */
  login: z.enum(['required', 'optional', 'none']),
  /** What logging in gives, and what it costs not to; for those who may choose. */
  loginChoice: LocalizedText.optional(),
  /** How to go about it without e-legitimation. */
  withoutEid: LocalizedText,
  group: HandlingGroup,
  /** When it can be begun and sent, and by whom; always and by everybody when left out. Of all versions the newest decides. */
  open: Open.optional(),
  /**
   * What happens, when this version is published, with drafts of the version before: they are finished on their own version, or move to this
   * one when their owners open them next time.
   */
  drafts: z.enum(['finish', 'move']).default('finish'),
  /** Who signs what is sent; nobody when left out. */
  signing: SigningSettings.optional(),
  statuses: z.array(Status).min(1).readonly(),
  supplement: z.enum(['form', 'message', 'none']),
  /** Whether the resident sees who handles the case. */
  showCaseWorker: z.boolean(),
  /** How the receipt thanks: "Vi har nu mottagit ditt ärende!" or "Tack för att du använder vår e-tjänst". */
  receipt: z.enum(['received', 'thanks']),
  /** Begins the case number, `BYGG` in `BYGG-2026-000123`; cases with a prefix are numbered by themselves. */
  caseNumberPrefix: z
    .string()
    .regex(/^[A-ZÅÄÖ]{2,8}$/)
    .optional(),
} as const

const eService = (form: z.ZodType<FormDefinition>) => z.strictObject({ ...settings, form }).readonly()

const EService = eService(FormDefinition)

/** An e-service: a form on the web, whose submissions become cases. What drafts and cases work with. */
export const ServiceDefinition = EService.superRefine((definition, context) => {
  for (const fault of faultsIn(definition)) {
    context.addIssue({ code: 'custom', path: [...fault.path], message: fault.message })
  }
})

export type ServiceDefinition = z.infer<typeof ServiceDefinition>

/** A link to another system, where the matter is followed, too. */
export const ExternalDefinition = z
  .strictObject({
    ...startPageSettings,
    kind: z.literal('external'),
    url: z.url({ protocol: /^https$/ }),
    /** What the other system is called. */
    system: z.string().min(1),
  })
  .readonly()

/** Whatever can be published in the catalogue. */
export const CatalogueDefinition = z.discriminatedUnion('kind', [
  ServiceDefinition,
  PaperFormDefinition,
  ExternalDefinition,
])

export type CatalogueDefinition = z.infer<typeof CatalogueDefinition>

/**
 * The same as it was published, perhaps years ago: its shape alone. It was checked then; a check that has been added since must shut nobody out of
 * what they have begun or sent in it.
 */
export const PublishedDefinition: z.ZodType<CatalogueDefinition> = z.discriminatedUnion('kind', [
  eService(FormShape),
  PublishedPaperForm,
  ExternalDefinition,
])

function faultsIn(definition: z.infer<typeof EService>): readonly DefinitionFault[] {
  const { login, loginChoice, statuses, supplement, open } = definition
  const explained = login !== 'optional' || loginChoice !== undefined
  const reachable = login !== 'none' || supplement === 'none'
  return [
    ...statusFaults(statuses, supplement),
    ...groupFaults(definition.group, definition.form),
    ...openFaults(open, login),
    ...signingFaults(definition),
    ...firstStepFaults(definition.form, readerOf(definition)),
    ...(explained ? [] : [{ path: ['loginChoice'], message: 'must explain the choice when login is optional' }]),
    ...(reachable ? [] : [{ path: ['supplement'], message: 'must be none: nobody is logged in to supplement' }]),
  ]
}

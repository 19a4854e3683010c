import { z } from 'zod'
import { FormDefinition } from '../../forms/definition.ts'
import { LocalizedText } from '../../platform/texts/localized.ts'
import { groupFaults, HandlingGroup } from './handling-group.ts'
import { Open, openFaults } from './open.ts'
import { Address, startPageSettings } from './start-page.ts'
import { Status } from './status.ts'
import { type DefinitionFault, statusFaults } from './status-faults.ts'

const EService = z
  .strictObject({
    ...startPageSettings,
    kind: z.literal('electronic'),
    /** Whether one must, may or need not log in to use it. */
    login: z.enum(['required', 'optional', 'none']),
    /** What logging in gives, and what it costs not to; for those who may choose. */
    loginChoice: LocalizedText.optional(),
    /** How to go about it without e-legitimation. */
    withoutEid: LocalizedText,
    group: HandlingGroup,
    form: FormDefinition,
    /** When it can be begun and sent, and by whom; always and by everybody when left out. Of all versions the newest decides. */
    open: Open.optional(),
    /**
     * What happens, when this version is published, with drafts of the version before: they are finished on their own version, or move to this
     * one when their owners open them next time.
     */
    drafts: z.enum(['finish', 'move']).default('finish'),
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
  })
  .readonly()

/** An e-service: a form on the web, whose submissions become cases. What drafts and cases work with. */
export const ServiceDefinition = EService.superRefine((definition, context) => {
  for (const fault of faultsIn(definition)) {
    context.addIssue({ code: 'custom', path: [...fault.path], message: fault.message })
  }
})

export type ServiceDefinition = z.infer<typeof ServiceDefinition>

/** A form on paper: printed, signed by hand, and posted or handed in. */
export const PaperFormDefinition = z
  .strictObject({
    ...startPageSettings,
    kind: z.literal('paper-form'),
    /** Where the PDF is. */
    pdf: Address,
    /** Whether it can be filled in on screen before it is printed. */
    fillable: z.boolean(),
    postalAddress: LocalizedText,
    /** The office that takes it, where it is, and when it is open. */
    office: z.strictObject({ name: LocalizedText, address: LocalizedText, openingHours: LocalizedText }).readonly(),
  })
  .readonly()

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

function faultsIn(definition: z.infer<typeof EService>): readonly DefinitionFault[] {
  const { login, loginChoice, statuses, supplement, open } = definition
  const explained = login !== 'optional' || loginChoice !== undefined
  const reachable = login !== 'none' || supplement === 'none'
  return [
    ...statusFaults(statuses, supplement),
    ...groupFaults(definition.group, definition.form),
    ...openFaults(open, login),
    ...(explained ? [] : [{ path: ['loginChoice'], message: 'must explain the choice when login is optional' }]),
    ...(reachable ? [] : [{ path: ['supplement'], message: 'must be none: nobody is logged in to supplement' }]),
  ]
}

import { z } from 'zod'
import { type FilledForm, valueIn } from '../../forms/filled.ts'
import type { FormShape } from '../../forms/form.ts'
import { faultsAfter } from '../../forms/rule-faults.ts'
import { AnyExpression } from '../../forms/ruled.ts'
import type { Expression } from '../../forms/rules/expression.ts'
import type { DefinitionFault } from './status-faults.ts'

/** Short name of a staff group. */
const Group = z.string().regex(/^[a-z][a-z0-9-]*$/)

/** The staff group that handles the cases of a service, always or by what was answered: the first whose condition holds. */
export const HandlingGroup = z.union([
  Group,
  z
    .strictObject({
      when: z
        .array(z.strictObject({ if: AnyExpression, group: Group }).readonly())
        .min(1)
        .readonly(),
      otherwise: Group,
    })
    .readonly(),
])

type HandlingGroup = z.infer<typeof HandlingGroup>

/** The group that handles a form as it was filled in. */
export function groupFor(group: HandlingGroup, filled: FilledForm): string {
  if (typeof group === 'string') return group
  return group.when.find((rule) => valueIn(filled, rule.if) === true)?.group ?? group.otherwise
}

/** The conditions by which a group is chosen: what they ask for must be fetched before a form is sent. */
export const groupConditions = (group: HandlingGroup): readonly Expression[] =>
  typeof group === 'string' ? [] : group.when.map((rule) => rule.if)

/** Conditions that ask for what the form hasn't, or don't give true or false. */
export const groupFaults = (group: HandlingGroup, form: FormShape): readonly DefinitionFault[] =>
  groupConditions(group).flatMap((condition, index) =>
    faultsAfter(form, condition, { kind: 'boolean' }).map(({ path, message }) => ({
      path: ['group', 'when', index, 'if', ...path],
      message,
    })),
  )

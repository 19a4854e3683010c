import type { Finding } from '../../forms/proof/finding.ts'
import { formFindings } from '../../forms/proof/form-findings.ts'
import { type Proving, proving, provingOfParty } from '../../forms/proof/proving.ts'
import { questionFindings } from '../../forms/proof/question-findings.ts'
import { textFindings } from '../../forms/proof/text-findings.ts'
import { CatalogueDefinition, type ServiceDefinition } from './definition.ts'
import { groupConditions } from './handling-group.ts'
import { anybody, readerOf } from './reader.ts'

/** What came of proving a definition: what was found, and where only some of the ways through its form could be tried. */
export type Proof = { readonly findings: readonly Finding[]; readonly sampled: readonly Finding['path'][] }

/**
 * Proves a definition as it is written: that it can be published, that every way through its form makes sense, and that its texts are there
 * and can be read. What can't be published is proved no further.
 */
export function proveService(written: unknown): Proof {
  const read = CatalogueDefinition.safeParse(written)
  if (!read.success) {
    const findings = read.error.issues.map(
      ({ path, message }): Finding => ({
        code: 'definition',
        path: path.map((one) => (typeof one === 'number' ? one : String(one))),
        message,
      }),
    )
    return { findings, sampled: [] }
  }
  const definition = read.data
  const texts = textFindings(definition)
  if (definition.kind === 'external') return { findings: texts, sampled: [] }
  const reader = definition.kind === 'electronic' ? readerOf(definition) : anybody
  const proof = proving(definition.form, reader)
  const ofParty = provingOfParty(definition.form, reader)
  const inForm = [
    ...formFindings(proof),
    ...(ofParty ? formFindings(ofParty) : []),
    ...questionFindings(definition.form),
  ]
  const findings = [
    ...inForm.map((finding) => ({ ...finding, path: ['form', ...finding.path] })),
    ...(definition.kind === 'electronic' ? groupFindings(definition, proof) : []),
    ...texts,
  ]
  const sampled = [...proof.sampled(), ...(ofParty?.sampled() ?? [])]
  return { findings, sampled: sampled.map((path) => (path[0] === 'steps' ? ['form', ...path] : path)) }
}

/** Groups that no case ever reaches, since an earlier condition always holds or their own never does. */
function groupFindings({ group }: ServiceDefinition, { seek }: Proving): readonly Finding[] {
  if (typeof group === 'string') return []
  const conditions = groupConditions(group)
  const before = (index: number) => conditions.slice(0, index).map((condition) => ({ '!': [condition] }))
  const never = conditions.flatMap((condition, index): readonly Finding[] => {
    const path = ['group', 'when', index, 'if']
    const sought = seek(path, { conditions: [...before(index), condition] })
    if (sought.kind !== 'none') return []
    return [
      { code: 'group-never-chosen', path, message: 'no case ever comes to this group by it', ...anyCase(seek, path) },
    ]
  })
  const path = ['group', 'otherwise']
  if (seek(path, { conditions: before(conditions.length) }).kind !== 'none') return never
  return [
    ...never,
    { code: 'group-never-chosen', path, message: 'no case ever comes to this group', ...anyCase(seek, path) },
  ]
}

/** Any case at all, which shows that it comes elsewhere. */
function anyCase(seek: Proving['seek'], path: Finding['path']): Pick<Finding, 'example'> {
  const sought = seek(path, { conditions: [] })
  return sought.kind === 'found' ? { example: sought.example } : {}
}

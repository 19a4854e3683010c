import type { TextKey } from '../../../platform/texts/catalogue.ts'
import type { Texts } from '../../../platform/texts/texts.ts'
import type { CatalogueDefinition } from '../../definition/definition.ts'
import type { SigningSettings } from '../../definition/signing.ts'

/** Who signs, as a service's start page says it before one begins. */
export function signatureText(definition: CatalogueDefinition, { t }: Texts): string {
  if (definition.kind === 'paper-form') return t('catalogue.signature.by-hand')
  if (definition.kind !== 'electronic' || !definition.signing) return t('catalogue.signature.none')
  const [first, ...more] = [...new Set(definition.signing.others.map(whoItIs))].map((key) => t(key))
  if (first === undefined) return t('catalogue.signature.applicant')
  const others = more.reduce((some, one) => t('catalogue.signature.and', { some, one }), first)
  return t('catalogue.signature.with-others', { others })
}

function whoItIs(other: SigningSettings['others'][number]): TextKey {
  if (other.from === 'guardians') return 'catalogue.signature.guardians'
  return other.role === 'signatory' ? 'catalogue.signature.signatories' : 'catalogue.signature.co-applicants'
}

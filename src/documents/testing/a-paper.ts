import { CatalogueDefinition } from '../../catalogue/definition/definition.ts'
import { isPaperForm, type PaperForm } from '../../catalogue/public.ts'
import { aPaperForm } from '../../catalogue/testing/a-service.ts'
import type { Paper } from '../paper/paper-words.ts'

/** A form on paper as if it had been published. */
export function aPaper(settings: Readonly<Record<string, unknown>> = {}): Paper {
  const entry = {
    serviceId: '01930000-0000-7000-8000-00000000a001',
    shortName: 'provblankett',
    versionId: '01930000-0000-7000-8000-00000000a002',
    definition: CatalogueDefinition.parse(aPaperForm(settings)),
  }
  if (!isPaperForm(entry)) throw new Error('It is no form on paper')
  const form: PaperForm = entry
  return { form, number: 3, publishedAt: new Date('2027-03-03T13:30:00Z') }
}

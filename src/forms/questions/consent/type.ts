import { z } from 'zod'
import { questionType } from '../../define-question-type.ts'
import { postedText } from '../../posted-form.ts'
import { answer, nothing } from '../../question-type.ts'
import { ConsentField } from './field.tsx'
import { consentSettings } from './settings.ts'

/** A box to tick: an assurance, a consent. The answer is true, or there is none; a mandatory one must be ticked. */
export const consent = questionType({
  type: 'consent',
  settings: consentSettings,
  typed: z.string(),
  empty: '',
  answer: () => z.literal(true),
  problems: [],
  missing: 'forms.missing.consent',
  readPosted: postedText,
  parse: (typed) => (typed === 'yes' ? answer(true) : nothing),
  toTyped: () => 'yes',
  rule: {
    type: () => ({ kind: 'boolean' }),
    of: (given) => given,
  },
  inRows: true,
  Field: ConsentField,
  summarise: (_given, _question, { t }) => ({ kind: 'text', text: t('forms.consent.given') }),
  paper: ({ label }, { pick }) => ({ kind: 'choices', several: true, choices: [{ label: pick(label) }] }),
})

import { z } from 'zod'
import { questionType } from '../../define-question-type.ts'
import { wrong } from '../../question-type.ts'
import { StopField } from './field.tsx'
import { stopSettings } from './settings.ts'

/** "Du kan inte använda den här e-tjänsten, eftersom …": while it is shown, nobody goes on or sends. Its `when` says for whom. */
export const stop = questionType({
  type: 'stop',
  settings: stopSettings,
  asks: false,
  typed: z.null(),
  empty: null,
  answer: () => z.null(),
  problems: ['forms.problem.stopped'],
  parse: () => wrong({ key: 'forms.problem.stopped' }),
  toTyped: () => null,
  Field: StopField,
  summarise: () => ({ kind: 'nothing' }),
})

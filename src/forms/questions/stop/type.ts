import { questionType } from '../../define-question-type.ts'
import { wrong } from '../../question-type.ts'
import { paragraphsOf } from '../link.ts'
import { withoutAnswer } from '../without-answer.ts'
import { StopField } from './field.tsx'
import { stopSettings } from './settings.ts'

/** "Du kan inte använda den här e-tjänsten, eftersom …": while it is shown, nobody goes on or sends. Its `when` says for whom. */
export const stop = questionType({
  type: 'stop',
  settings: stopSettings,
  ...withoutAnswer,
  problems: ['forms.problem.stopped'],
  parse: () => wrong({ key: 'forms.problem.stopped' }),
  Field: StopField,
  paper: ({ text }, { pick }) => ({ kind: 'text', paragraphs: paragraphsOf(pick(text)) }),
})

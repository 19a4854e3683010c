import { questionType } from '../../define-question-type.ts'
import { oneOption } from '../one-option.ts'
import { RadioField } from './field.tsx'

/** One of a few options, all of them in sight. */
export const radio = questionType({ type: 'radio', ...oneOption, Field: RadioField })

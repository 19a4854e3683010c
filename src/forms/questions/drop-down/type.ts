import { questionType } from '../../define-question-type.ts'
import { oneOption } from '../one-option.ts'
import { DropDownField } from './field.tsx'

/** One of many options, in a list that opens. */
export const dropDown = questionType({ type: 'drop-down', ...oneOption, Field: DropDownField })

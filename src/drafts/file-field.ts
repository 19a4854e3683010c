import { fileFieldName } from '../forms/names.ts'
import type { Question } from '../forms/question.ts'

/** Whether files of a posted field belong to a question: under its id, or one that it had when the page was rendered. */
export const takesField = ({ id, replaces }: Question, field: string): boolean =>
  [id, ...replaces].some((name) => fileFieldName(name) === field)

import type { Problem } from './problem.ts'

/** The name of the hidden field that says which questions were on a page. */
export const shownField = 'shown'

/** The name under which a question's value is posted; its parts are `name.part`. */
export const fieldName = (questionId: string): string => `q.${questionId}`

/**
 * The element that takes the focus for a question: its (first) input. Hyphens become underscores, so that what is
 * hung on with a hyphen (`q-skola-2`, the second choice of "skola") never meets the question "skola-2".
 */
export const fieldId = (questionId: string): string => `q-${questionId.replaceAll('-', '_')}`

/** The element of one part of a question. */
export const partId = (id: string, part: string): string => `${id}-${part}`

/** The element around a whole question. */
export const questionElementId = (questionId: string): string => `question-${questionId}`

/** The element that the error summary links to for a problem. */
export const problemTarget = ({ questionId, part }: Problem): string =>
  part === undefined ? fieldId(questionId) : partId(fieldId(questionId), part)

/** The name of the box in which a file is chosen. */
export const fileFieldName = (questionId: string): string => `file.${questionId}`

/** Where files are sent piece by piece, seen from the address of a step. */
export const piecesPath = 'filer/nya'

/** Where the small picture of a file lies, seen from the address of a step. */
export const picturePath = (fileId: string): string => `filer/${fileId}/miniatyr`

/** What a button inside a question's field posts as `action`; its type's `act` knows what it means. */
export const questionAction = (questionId: string, what: string): string => `fraga:${questionId}:${what}`

/** What the buttons of attachments post as `action`. */
export const fileAction = {
  upload: (questionId: string): string => `ladda-upp:${questionId}`,
  remove: (questionId: string, fileId: string): string => `ta-bort:${questionId}:${fileId}`,
} as const

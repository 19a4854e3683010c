import { Id } from '../platform/ids.ts'

/** Names, in a page's address, what its reader had sent there and what is kept for them. */
const parameter = 'kvar'

/** The address at which the reader gets back what they had sent to a page (a path without query). */
export const keptAt = (path: string, post: string): string => `${path}?${parameter}=${post}`

/** Which of the reader's kept posts an address asks for; undefined for none. */
export const keptIn = (path: string): string | undefined =>
  Id.safeParse(new URLSearchParams(path.split('?')[1]).get(parameter)).data

import { z } from 'zod'

/** What was just done, as the address of the page that follows says it (`?klart=`). */
export const Done = z.enum([
  'underskrift',
  'paminnelse',
  'paminnelse-mina-sidor',
  'for-tidigt',
  'for-manga',
  'kontakt',
  'kontakt-skickad',
  'sparad',
  'avbojt',
  'inte-sparat',
  'tillfragad',
])

export type Done = z.infer<typeof Done>

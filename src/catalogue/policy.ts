import type { Actor } from '../platform/actor.ts'

/** What can be done with the catalogue. */
export type CatalogueAction = 'read' | 'publish' | 'close'

/** Who may do what with the catalogue of their municipality; what no sentence allows is denied. */
export function mayDo(actor: Actor, action: CatalogueAction): boolean {
  // The catalogue is public: everybody may read what is published in it.
  if (action === 'read') return true
  // E-services are published with the municipality's content, by the program itself.
  if (action === 'publish') return actor.kind === 'system'
  // An administrator closes a service at once, and opens it again.
  if (action === 'close') return actor.kind === 'staff' && actor.rights.includes('administrate')
  return false
}

import type { StaffRight } from '../../platform/actor.ts'

/**
 * Whether somebody has anything to do here as staff: a group's cases, or the municipality's e-services. Seeing protected people's cases is worth
 * nothing without a group.
 */
export const mayWork = (given: {
  readonly groups: readonly string[]
  readonly rights: readonly StaffRight[]
}): boolean => given.groups.length > 0 || given.rights.includes('administrate')

import type { FrejaDetails } from './details.ts'

/** Whether somebody has Freja eID+: their own level must be stated, and nothing stated may be less. Freja's "Plus" is level of assurance 3. */
export function isFrejaPlus({ minRegistrationLevel, requestedAttributes }: FrejaDetails): boolean {
  const { registrationLevel, loaLevel } = requestedAttributes
  return (
    (registrationLevel !== undefined || loaLevel !== undefined) &&
    [minRegistrationLevel, registrationLevel].every((level) => level === undefined || level === 'PLUS') &&
    (loaLevel === undefined || loaLevel === 'LOA3')
  )
}

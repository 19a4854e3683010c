import './events.ts'

export { changeOwnDetails, OwnDetails } from './commands/change-own-details.ts'
export { type Identification, recognisePerson } from './commands/recognise-person.ts'
export { Address, nameOf, type Person } from './person.ts'
export { findOwnPerson, findPerson } from './queries/find-person.ts'

import './events.ts'

export { lookUpOrganisation } from './commands/look-up-organisation.ts'
export { forgetLookUps } from './jobs/forget-look-ups.ts'
export { organisationPages } from './pages/pages.ts'
export { readLookUpFacts, readOrganisationFacts } from './queries/read-facts.ts'
export { bolagsverketRegister } from './register/bolagsverket.ts'
export { type CompanyRegister, noCompanyRegister } from './register/company-register.ts'

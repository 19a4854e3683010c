import type { Page } from '../../platform/http/page.ts'
import type { CompanyRegister } from '../register/company-register.ts'
import { addOrganisationPage } from './add-organisation.tsx'
import { changeOrganisationPage } from './change-organisation.tsx'
import { organisationsPage } from './organisations.tsx'
import { removeOrganisationPage } from './remove-organisation.tsx'

/** "Mina organisationer": the list, and adding, changing and removing one. */
export const organisationPages = (register: CompanyRegister): readonly Page[] => [
  organisationsPage,
  addOrganisationPage(register),
  changeOrganisationPage(register),
  removeOrganisationPage,
]

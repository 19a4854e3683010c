import './events.ts'

export { loadContent } from './commands/load-content.ts'
export { ServiceDefinition } from './definition/definition.ts'
export { groupConditions, groupFor } from './definition/handling-group.ts'
export type { SigningSettings } from './definition/signing.ts'
export { getStatus, type Status, StatusKind, statusKinds, statusOfKind } from './definition/status.ts'
export { countUse, countUseSchedule } from './jobs/count-use.ts'
export {
  type FilledInService,
  isPaperForm,
  type ListedService,
  needsLogin,
  type PaperForm,
  type Service,
  servicePath,
} from './model.ts'
export { type Opening, remindersBefore } from './opening/opening.ts'
export { closedText, openingInShort, unmetText } from './opening/opening-text.ts'
export { factsForOpen, type Unmet, unmetBy } from './opening/requirements.ts'
export { cataloguePages } from './pages/pages.ts'
export { unmetPath } from './pages/service.tsx'
export { findEntryByName, findFilledInByName } from './queries/find-service-by-name.ts'
export { findVersionFacts, type VersionFacts } from './queries/find-version-facts.ts'
export {
  findPaperForm,
  getFilledInVersion,
  getFilledInVersions,
  getServiceVersion,
  getServiceVersions,
} from './queries/get-service-version.ts'
export { getStanding, type Standing } from './queries/get-standing.ts'
export { type CountedCategory, listCategories } from './queries/list-categories.ts'
export { listClosing } from './queries/list-closing.ts'
export { listOpenings } from './queries/list-openings.ts'
export { listPopular } from './queries/list-services.ts'
export { listServicesOfGroups } from './queries/list-services-of-groups.ts'

export { saveTenant } from './commands/save-tenant.ts'
export type { TenantDirectory } from './directory.ts'
export { directoryOf, getTenant } from './get-tenant.ts'
export { type Tenant, TenantSettings } from './tenant.ts'

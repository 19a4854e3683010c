type TenantTable = {
  readonly tenant_id: string
  readonly short_name: string
  readonly settings: unknown
  readonly changed_at: Date
}

type HostTable = { readonly tenant_id: string; readonly host: string; readonly position: number }

declare module '../platform/database/schema.ts' {
  interface Database {
    'tenants.tenant': TenantTable
    'tenants.host': HostTable
  }
}

export type { HostTable, TenantTable }

import { beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../testing/database.ts'

/** What must look across municipalities, and why it may: see the migration that makes it. */
const exceptions = {
  indexes: ['organisations.register_turn register_turn_pkey', 'tenants.host host_of_installation'],
  policies: ['organisations.register_turn of_installation', 'tenants.tenant all_tenants', 'tenants.host all_tenants'],
}

const ours = `n.nspname not in ('pg_catalog', 'information_schema', 'pgboss', 'public') and n.nspname not like 'pg_%'`

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
})

const names = (rows: readonly { readonly name: string }[]) => rows.map((row) => row.name)

test('the municipality stands first in every primary key, unique constraint, index and exclusion constraint', async () => {
  const rows = await database.query<{ name: string }>(`
    select n.nspname || '.' || c.relname || ' ' || i.relname as name
    from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
      join pg_namespace n on n.oid = c.relnamespace
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
    where ${ours} and a.attname is distinct from 'tenant_id' order by 1`)
  // A full-text or trigram index can't begin with a uuid; the search functions filter by municipality themselves.
  const searchable = await database.query<{ name: string }>(`
    select n.nspname || '.' || c.relname || ' ' || i.relname as name
    from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
      join pg_namespace n on n.oid = c.relnamespace join pg_am m on m.oid = i.relam
    where ${ours} and m.amname = 'gin'`)
  expect(names(rows).filter((name) => !names(searchable).includes(name))).toEqual(exceptions.indexes)
})

test('every table has a primary key', async () => {
  const rows = await database.query<{ name: string }>(`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and c.relkind in ('r', 'p')
      and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')`)
  expect(names(rows)).toEqual([])
})

test('every foreign key includes the municipality, since its check bypasses row-level security', async () => {
  const rows = await database.query<{ name: string }>(`
    select n.nspname || '.' || c.relname || ' ' || k.conname as name
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
    where ${ours} and k.contype = 'f' and (a.attname <> 'tenant_id' or b.attname <> 'tenant_id')`)
  expect(names(rows)).toEqual([])
})

test('row-level security is forced on every table, and no policy forgets the municipality', async () => {
  const tables = await database.query<{ name: string }>(`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)`)
  expect(names(tables)).toEqual([])
  const policies = await database.query<{ name: string }>(`
    select schemaname || '.' || tablename || ' ' || policyname as name from pg_policies
    where coalesce(qual, with_check, '') !~ 'tenant_id = platform.tenant\\(\\)' or coalesce(with_check, qual) !~ 'tenant_id = platform.tenant\\(\\)'`)
  expect(names(policies).toSorted()).toEqual(exceptions.policies.toSorted())
})

test('views see with the rights of whoever asks', async () => {
  const rows = await database.query<{ name: string }>(`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and c.relkind in ('v', 'm') and not coalesce('security_invoker=true' = any(c.reloptions), false)`)
  expect(names(rows)).toEqual([])
})

test('only the search functions bypass row-level security, and each filters by municipality itself', async () => {
  const rows = await database.query<{ name: string; source: string }>(`
    select n.nspname || '.' || p.proname as name, pg_get_functiondef(p.oid) as source
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours} and p.prosecdef`)
  for (const { name, source } of rows) {
    expect(name).toMatch(/^search\.find_/)
    expect(source).toContain('platform.tenant()')
  }
})

test('nobody may change what is never updated', async () => {
  for (const table of [
    'cases.submission',
    'cases.attachment',
    'cases.event',
    'messages.message',
    'messages.attachment',
    'audit.entry',
    'catalogue.service_version',
  ]) {
    for (const role of ['citizen', 'staff', 'visitor', 'system']) {
      const rows = await database.query(
        `select has_table_privilege('handslag_${role}', '${table}', 'update, delete, truncate') as may`,
      )
      expect({ table, role, rows }).toEqual({ table, role, rows: [{ may: false }] })
    }
  }
})

test('staff have no right in the private space', async () => {
  const rows = await database.query<{ name: string }>(`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('private_space', 'drafts') and c.relkind in ('r', 'v') and has_any_column_privilege('handslag_staff', c.oid, 'select, insert, update')`)
  expect(names(rows)).toEqual([])
})

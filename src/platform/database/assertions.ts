import { type Kysely, sql } from 'kysely'
import type { Database } from './schema.ts'

type Findings = {
  readonly encoding: string
  readonly letters: boolean
  readonly durable: string
  readonly version: number
  readonly superuser: boolean
  readonly bypass: boolean
  readonly inherits: boolean
  readonly owns: number
  readonly unprotected: string | null
}

/**
 * Looks, as the program's login, at what everything else relies on, and answers what is wrong in words for an operator:
 * Swedish letters, durable commits, a login that owns and bypasses nothing, forced row-level security on every table.
 */
export async function findDatabaseFaults(db: Kysely<Database>): Promise<readonly string[]> {
  const { rows } = await sql<Findings>`
    select current_setting('server_encoding') as encoding,
      lower('ÅÄÖ') = 'åäö' and 'å' ~ '[[:alpha:]]' as letters,
      current_setting('synchronous_commit') as durable,
      current_setting('server_version_num')::int as version,
      r.rolsuper as superuser, r.rolbypassrls as bypass, r.rolinherit as inherits,
      (select count(*)::int from pg_class c where c.relowner = r.oid) as owns,
      (select string_agg(n.nspname || '.' || c.relname, ', ' order by 1)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)
          and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss')
          and n.nspname not like 'pg_toast%' and n.nspname not like 'pg_temp%'
          and not (n.nspname = 'public' and c.relname = 'handslag_migration')) as unprotected
    from pg_roles r where r.rolname = current_user`.execute(db)
  const found = rows[0]
  if (!found) return ['the login of DATABASE_URL is not a role of the database']
  return [
    found.version < 150_000 && `PostgreSQL 15 or newer is needed, this is ${found.version}`,
    found.encoding !== 'UTF8' && `the database's encoding is ${found.encoding}; it has to be UTF8`,
    !found.letters &&
      'Å, Ä and Ö are not letters in this database; create it with --locale=C.UTF-8 or a Swedish locale',
    !['on', 'remote_apply'].includes(found.durable) && `synchronous_commit is ${found.durable}; it has to be on`,
    found.superuser && 'the login of DATABASE_URL is a superuser',
    found.bypass && 'the login of DATABASE_URL bypasses row-level security',
    found.inherits && 'the login of DATABASE_URL inherits the rights of its roles; alter it with NOINHERIT',
    found.owns > 0 && 'the login of DATABASE_URL owns tables; they belong to the login of DATABASE_OWNER_URL',
    found.unprotected && `row-level security is not forced on ${found.unprotected}`,
  ].filter((fault): fault is string => typeof fault === 'string' && fault !== '')
}

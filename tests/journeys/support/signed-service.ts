import process from 'node:process'
import { asSuperuser } from '../../support/installation/superuser.ts'

/** An e-service of Nordby's that the applicant signs, of which its content has none: as "snorojning", by another short name. Answers that name. */
export async function addSignedService(): Promise<string> {
  const shortName = `snorojning-${crypto.randomUUID().slice(0, 8)}`
  await asSuperuser(
    { data: process.env.JOURNEY_DATA ?? '' },
    `with model as (
       select s.*, v.schema_version, v.definition, v.published_at, v.digest, v.drafts, gen_random_uuid() as new_service, gen_random_uuid() as new_version
       from catalogue.service s join catalogue.service_version v on v.tenant_id = s.tenant_id and v.version_id = s.current_version_id
       where s.short_name = 'snorojning'),
     added as (
       insert into catalogue.service (tenant_id, service_id, short_name, kind, category, listing, search_title, search_text, current_version_id)
       select tenant_id, new_service, $1, kind, category, listing, search_title, search_text, new_version from model)
     insert into catalogue.service_version (tenant_id, version_id, service_id, number, schema_version, definition, digest, published_at, drafts)
     select tenant_id, new_version, new_service, 1, schema_version,
       definition || jsonb_build_object('shortName', $1::text, 'signing', '{}'::jsonb), digest, published_at, drafts from model`,
    [shortName],
  )
  return shortName
}

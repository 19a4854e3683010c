import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { loadContent } from './catalogue/public.ts'
import type { Services } from './composition.ts'
import { system } from './platform/actor.ts'
import { Id } from './platform/ids.ts'
import { textsFor } from './platform/texts/texts.ts'
import { saveTenant, TenantSettings } from './tenants/public.ts'

const Municipality = z.object({
  id: Id,
  shortName: z.string(),
  hosts: z.array(z.string()).min(1),
  settings: TenantSettings,
})

/** Loads the demonstration municipalities and their services from the content folder. Settings follow the folder at every start; a service gets a new version when its definition has changed. */
export async function loadDemonstration(services: Services, folder: string): Promise<void> {
  for (const name of (await readdir(folder)).sort()) {
    const file = join(folder, name, 'municipality.json')
    const { id, ...municipality } = Municipality.parse(JSON.parse(await readFile(file, 'utf8')))
    const ctx = services.contextFor({
      tenant: { id, timeZone: municipality.settings.timeZone },
      actor: system,
      texts: textsFor('sv', municipality.settings.timeZone),
      requestId: 'demonstration',
    })
    await saveTenant(ctx, municipality)
    const { published } = await loadContent(ctx, join(folder, name))
    if (published > 0) services.log.info({ code: 'content-published', municipality: name, published })
  }
}

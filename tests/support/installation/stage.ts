import { chmod, cp, mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const checkout = join(import.meta.dirname, '..', '..', '..')

/** An e-service to add to a municipality's content, as its JSON. */
export type ExtraService = {
  readonly municipality: 'exempelkoping' | 'nordby'
  readonly definition: Readonly<Record<string, unknown>> & { readonly shortName: string }
}

/**
 * A folder that looks like a checkout and holds copies of what was built and of the content, so that an installation keeps its program
 * while the checkout is built anew, and can have e-services of its own.
 */
export async function makeStage(extra: readonly ExtraService[] = []): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'handslag-installation-'))
  // PostgreSQL runs as a user of its own when we are root.
  await mkdir(join(folder, 'data'), { mode: 0o755 })
  await chmod(folder, 0o755)
  for (const name of ['dist', 'content', 'script'])
    await cp(join(checkout, name), join(folder, name), { recursive: true })
  for (const name of ['node_modules', 'package.json', 'migrations', 'src', 'locales']) {
    await symlink(join(checkout, name), join(folder, name))
  }
  for (const { municipality, definition } of extra) {
    const path = join(folder, 'content', municipality, 'services', `${definition.shortName}.json`)
    await writeFile(path, JSON.stringify(definition))
  }
  return folder
}

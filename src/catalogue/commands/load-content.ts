import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { Category } from '../category.ts'
import { type PublicationProblem, publishService } from './publish-service.ts'
import { saveCategories } from './save-categories.ts'

/**
 * Publishes what lies in a municipality's folder: `categories.json` and `services/<short name>.json`. Answers how many services
 * got a new version. Throws with the file's name when one of them is wrong.
 */
export async function loadContent(ctx: Context, folder: string): Promise<{ readonly published: number }> {
  await saveCategories(ctx, z.array(Category).parse(await readJson(join(folder, 'categories.json'))))
  const files = (await readdir(join(folder, 'services'))).filter((name) => name.endsWith('.json')).sort()
  let published = 0
  for (const file of files) {
    const path = join(folder, 'services', file)
    const result = await publishService(ctx, await readJson(path))
    if (!result.ok) throw new Error(`${path}: ${inWords(result.error)}`)
    if (result.value.isNew) published += 1
  }
  return { published }
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    throw new Error(`${path} can't be read as JSON`, { cause: error })
  }
}

const inWords = (problem: PublicationProblem): string =>
  problem.kind === 'invalid' ? problem.problems : `there is no category "${problem.category}"`

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Json } from '../../forms/json.ts'
import type { Context } from '../../platform/context.ts'
import { Category } from '../category.ts'
import { ownFilesIn, readContentFile, withFiles } from '../content-files.ts'
import { keepOwnFile } from './keep-own-file.ts'
import { type PublicationProblem, publishService } from './publish-service.ts'
import { saveCategories } from './save-categories.ts'

/**
 * Publishes what lies in a municipality's folder: `categories.json`, `services/<short name>.json` and, of `files/`, what these offer. Answers
 * how many services got a new version. Throws with the file's name when one of them is wrong.
 */
export async function loadContent(ctx: Context, folder: string): Promise<{ readonly published: number }> {
  await saveCategories(ctx, z.array(Category).parse(await readJson(join(folder, 'categories.json'))))
  const files = (await readdir(join(folder, 'services'))).filter((name) => name.endsWith('.json')).sort()
  let published = 0
  for (const file of files) {
    const path = join(folder, 'services', file)
    const result = await publishService(ctx, await withOwnFiles(ctx, folder, await readJson(path)))
    if (!result.ok) throw new Error(`${path}: ${inWords(result.error)}`)
    if (result.value.isNew) published += 1
  }
  return { published }
}

/** Keeps the files that a definition offers, and answers the definition with what they are. */
async function withOwnFiles(ctx: Context, folder: string, definition: Json): Promise<Json> {
  const names = new Set(ownFilesIn(definition).map(({ file }) => file))
  const files = await Promise.all([...names].map(async (name) => await readContentFile(folder, name)))
  for (const file of files) await keepOwnFile(ctx, file)
  return withFiles(definition, (name) => files.find((file) => file.name === name))
}

async function readJson(path: string): Promise<Json> {
  try {
    return z.json().parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    throw new Error(`${path} can't be read as JSON`, { cause: error })
  }
}

function inWords(problem: PublicationProblem): string {
  switch (problem.kind) {
    case 'invalid':
      return problem.problems
    case 'unknown-category':
      return `there is no category "${problem.category}"`
    case 'unknown-file':
      return `the file "${problem.file}" isn't among those that are kept`
  }
}

import { inject, test } from 'vitest'
import { listPages } from '../support/installation/pages.ts'
test('x', async () => { for (const p of await listPages(inject('installation'))) process.stdout.write(`${p.path} ${p.area} ${p.get} ${p.post}\n`) })

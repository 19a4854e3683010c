import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findTwoPorts } from '../../tests/support/installation/ports.ts'
import { runServer } from '../../tests/support/installation/server.ts'
import { limitRow, median, type Row } from './row.ts'

const rounds = 3

/** How long `./script/server` takes until it answers: with a new data folder, and again with the same, on a machine where all is installed. */
export async function measureStart(): Promise<readonly Row[]> {
  const data = await mkdtemp(join(tmpdir(), 'handslag-start-'))
  await chmod(data, 0o755)
  const port = await findTwoPorts()
  try {
    const first = await runServer({ data, port })
    await first.stop()
    const again: number[] = []
    for (let round = 0; round < rounds; round++) {
      const server = await runServer({ data, port })
      again.push(server.startedIn)
      await server.stop()
    }
    return [
      limitRow('script/server answers, set-up machine, new data folder', first.startedIn / 1000, 90, 's'),
      limitRow('script/server answers, set-up machine', median(again) / 1000, 4, 's'),
    ]
  } finally {
    await rm(data, { recursive: true, force: true })
  }
}

import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import process from 'node:process'
import { promisify } from 'node:util'
import { z } from 'zod'

const generator = createRequire(import.meta.url).resolve('autocannon/autocannon.js')

const Report = z.object({
  duration: z.number(),
  '2xx': z.number(),
  '3xx': z.number(),
  non2xx: z.number(),
  errors: z.number(),
})

export type Load = {
  /** Address on 127.0.0.1, with path. */
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as a POST. */
  readonly body?: string
  readonly seconds: number
  readonly connections?: number
}

/** Asks as fast as it is answered, from a process of its own; answers a second. Throws when any answer is not the expected one. */
export async function answersASecond({ url, headers = {}, body, seconds, connections = 10 }: Load): Promise<number> {
  const options = [
    ...['--json', '--no-progress', '-c', String(connections), '-d', String(seconds)],
    ...Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}=${value}`]),
    ...(body === undefined ? [] : ['-m', 'POST', '-b', body]),
  ]
  const { stdout } = await promisify(execFile)(process.execPath, [generator, ...options, url])
  const report = Report.parse(JSON.parse(stdout))
  if (report.errors > 0 || report.non2xx > report['3xx']) throw new Error(`${url}: ${JSON.stringify(report)}`)
  return (report['2xx'] + report['3xx']) / report.duration
}

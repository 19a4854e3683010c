import { readFile } from 'node:fs/promises'
import { request } from 'node:https'
import { join } from 'node:path'
import type { Stage } from './stage.ts'

/** Posts a text to a partner's port with the client certificate that the simulators wrote for that partner. */
export async function askPartner(
  stage: Pick<Stage, 'dataFolder' | 'simulators'>,
  partner: 'bankid' | 'freja',
  sent: { readonly path: string; readonly body: string; readonly type?: string; readonly method?: string },
): Promise<{ readonly status: number; readonly headers: NodeJS.Dict<string | string[]>; readonly body: string }> {
  const folder = join(stage.dataFolder, 'run', 'certificates', partner)
  const [cert, key, ca] = await Promise.all(
    ['client.pem', 'client.key', 'authority.pem'].map((name) => readFile(join(folder, name), 'utf8')),
  )
  return await new Promise((resolve, reject) => {
    const asked = request(`https://localhost:${stage.simulators.partnersPort}${sent.path}`, {
      method: sent.method ?? 'POST',
      headers: { 'content-type': sent.type ?? 'application/json' },
      cert,
      key,
      ca,
      agent: false,
    })
    asked.once('error', reject)
    asked.once('response', async (answer) => {
      const body = (await answer.setEncoding('utf8').toArray()).join('')
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body })
    })
    asked.end(sent.body)
  })
}

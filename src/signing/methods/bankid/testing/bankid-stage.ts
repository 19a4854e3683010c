import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { startStage } from '../../../../../simulators/testing/stage.ts'
import type { FindPartner, Kept, Partner } from '../../../../identity/public.ts'
import type { Context } from '../../../../platform/context.ts'
import { BankIdSettings } from '../../../../tenants/public.ts'
import type { CollectedSignature, SignedText, Signer, SigningMethod } from '../../method.ts'
import { bankIdSigning } from '../bankid.ts'

/** Ada, who signs unless told otherwise. */
export const ada: Signer = { scheme: 'swedish-number', number: '199001012385' }

/** What is signed unless told otherwise. */
export const aText: SignedText = {
  visible: '# Ansökan om förskoleplats\n*Barnets namn:* Åsa Exempel\n',
  format: 'simpleMarkdownV1',
  manifest: '{"answers":"e3b0","draft":"0193"}',
}

/** BankID's simulator, and a person's phone. */
export type BankIdStage = {
  readonly partner: Partner
  readonly method: (findPartner?: FindPartner) => SigningMethod
  readonly place: (ctx: Context, signer?: Signer, text?: SignedText) => Promise<Kept>
  /** Opens an order on a phone, and answers as a test person, or cancels; tells what the app showed. */
  readonly answer: (ctx: Context, order: Kept, person?: string) => Promise<string>
  /** Places an order, answers it as Ada and collects what BankID then says, in a mode of the simulator's signatures. */
  readonly sign: (ctx: Context, mode: string, text?: SignedText) => Promise<CollectedSignature>
  readonly post: (path: string, body: object) => Promise<unknown>
  readonly stop: () => Promise<void>
}

const Opened = z.object({ autostarttoken: z.string(), text: z.string() })

/** Starts the simulators; stop them when the tests are done. */
export async function startBankIdStage(): Promise<BankIdStage> {
  const stage = await startStage()
  const read = (name: string) => readFile(join(stage.dataFolder, 'run', 'certificates', 'bankid', name), 'utf8')
  const partner: Partner = {
    address: `https://localhost:${stage.simulators.partnersPort}/bankid`,
    certificate: await read('client.pem'),
    key: await read('client.key'),
    authority: await read('authority.pem'),
    signingRoot: await read('signing-root.pem'),
  }
  const settings = BankIdSettings.parse({
    kind: 'bankid',
    address: 'simulators:/bankid',
    certificate: 'bankid',
    launch: `${stage.origin}/bankid/app`,
  })
  const method = (findPartner: FindPartner = async () => partner) => bankIdSigning(settings, findPartner)

  const post = async (path: string, body: object): Promise<unknown> => {
    const response = await fetch(`${stage.origin}${path}`, { method: 'POST', body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return await response.json()
  }

  const place = async (ctx: Context, signer = ada, text = aText): Promise<Kept> => {
    const placed = await method().place(ctx, {
      device: 'other',
      endUserIp: '192.0.2.7',
      userAgent: undefined,
      host: 'localhost:3000',
      returnUrl: undefined,
      text,
      signer,
    })
    if (!placed.ok) throw new Error(placed.error.code)
    return placed.value
  }

  const answer = async (ctx: Context, order: Kept, person?: string): Promise<string> => {
    const { qr } = method().view(order, { device: 'other', hint: '', now: ctx.clock.now().getTime() })
    const { autostarttoken, text } = Opened.parse(await post('/bankid/phone/open', { qr }))
    await post('/bankid/phone/answer', { autostarttoken, person })
    return text
  }

  return {
    partner,
    method,
    place,
    answer,
    async sign(ctx, mode, text = aText) {
      await post('/bankid/signatures', { mode, times: 1 })
      const order = await place(ctx, ada, text)
      await answer(ctx, order, 'ada')
      return method().collect(ctx, order, { lastHint: '', text, signer: ada })
    },
    post,
    stop: () => stage.stop(),
  }
}

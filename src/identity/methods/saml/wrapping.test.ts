import { DOMParser } from '@xmldom/xmldom'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../platform/testing/database.ts'
import type { Kept } from '../method.ts'
import { type SamlStage, startSamlStage } from './testing/saml-stage.ts'

let stage: SamlStage
let kept: Kept
let right: string
/** What a thief has: an answer to the same request about somebody else, encrypted but unsigned, around the right one. */
let evil: string

const state = 'the-state-of-this-login'
const victim = '199001012385'

beforeAll(async () => {
  stage = await startSamlStage(await testDatabase())
  const started = await stage.methodOf().start(stage.contextOf(), { state, answerAddress: stage.answerAddress() })
  kept = started.kept
  const visit = async (mode: string) => {
    await stage.misbehave(mode)
    const { answer } = await stage.visit(started.address, { metod: 'bankid', person: 'ada' })
    return Buffer.from(answer.get('SAMLResponse') ?? '', 'base64').toString('utf8')
  }
  evil = await visit('wrapped-extensions')
  right = await visit('ok')
})
afterAll(() => stage.stop())

const elementsOf = (root: Element): readonly Element[] => [root, ...Array.from(root.getElementsByTagName('*'))]

const parse = (text: string): Element => {
  const root = new DOMParser().parseFromString(text, 'text/xml').documentElement
  if (!root) throw new Error('no root')
  return root
}

/** One thing that a thief may do: put a piece of either answer somewhere, take one away, or give one another's id. */
type Move = {
  readonly kind: 'put' | 'remove' | 'rename' | 'swap'
  readonly from: number
  readonly to: number
  readonly evil: boolean
}

function apply(text: string, moves: readonly Move[]): string {
  const root = parse(text)
  for (const move of moves) {
    const own = elementsOf(root)
    const stock = move.evil ? elementsOf(parse(evil)) : own
    const piece = stock[move.from % stock.length]
    const place = own[move.to % own.length]
    if (!piece || !place) continue
    const copy = root.ownerDocument.importNode(piece, true)
    if (move.kind === 'put') place.insertBefore(copy, place.firstChild)
    else if (move.kind === 'swap') place.parentNode?.replaceChild(copy, place)
    else if (move.kind === 'remove') place.parentNode?.removeChild(place)
    else place.setAttribute('ID', piece.getAttribute('ID') ?? 'x')
  }
  return String(root.ownerDocument.documentElement ?? '')
}

const moves = fc.array(
  fc.record({
    kind: fc.constantFrom('put' as const, 'remove' as const, 'rename' as const, 'swap' as const),
    from: fc.nat(80),
    to: fc.nat(80),
    evil: fc.boolean(),
  }),
  { minLength: 1, maxLength: 4 },
)

test('however the pieces of two answers are put together, nobody is identified but who was signed for', async () => {
  const method = stage.methodOf()
  const ctx = stage.contextOf()
  const finish = async (text: string) =>
    await method.finish(
      ctx,
      kept,
      new URLSearchParams({ SAMLResponse: Buffer.from(text).toString('base64'), RelayState: state }),
    )
  expect(await finish(right)).toMatchObject({ ok: true, value: { claimed: { number: victim } } })
  await fc.assert(
    fc.asyncProperty(fc.boolean(), moves, async (fromEvil, made) => {
      const result = await finish(apply(fromEvil ? evil : right, made))
      if (result.ok) expect(result.value.claimed.number).toBe(victim)
      else expect(result.error.code).toMatch(/^saml-/)
    }),
    { numRuns: 300 },
  )
}, 60_000)

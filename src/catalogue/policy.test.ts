import { expect, test } from 'vitest'
import { type Actor, anonymous, system } from '../platform/actor.ts'
import { type CatalogueAction, mayDo } from './policy.ts'

const citizen: Actor = { kind: 'citizen', id: 'c', sessionId: 's', protectedIdentity: false }
const caseWorker: Actor = { kind: 'staff', id: 'w', sessionId: 's', name: 'W', groups: ['gata-park'], rights: [] }
const administrator: Actor = { ...caseWorker, rights: ['administrate'] }

const table: readonly (readonly [string, Actor, Readonly<Record<CatalogueAction, boolean>>])[] = [
  ['visitor', anonymous, { read: true, publish: false }],
  ['citizen', citizen, { read: true, publish: false }],
  ['case worker', caseWorker, { read: true, publish: false }],
  ['administrator', administrator, { read: true, publish: false }],
  ['system', system, { read: true, publish: true }],
]

test.each(table)('what a %s may do with the catalogue', (_name, actor, allowed) => {
  expect({ read: mayDo(actor, 'read'), publish: mayDo(actor, 'publish') }).toEqual(allowed)
})

import { expect, test } from 'vitest'
import { type Actor, anonymous, system } from '../platform/actor.ts'
import { type CatalogueAction, mayDo } from './policy.ts'

const citizen: Actor = { kind: 'citizen', id: 'c', sessionId: 's', protectedIdentity: false }
const caseWorker: Actor = { kind: 'staff', id: 'w', sessionId: 's', name: 'W', groups: ['gata-park'], rights: [] }
const administrator: Actor = { ...caseWorker, rights: ['administrate'] }

const table: readonly (readonly [string, Actor, Readonly<Record<CatalogueAction, boolean>>])[] = [
  ['visitor', anonymous, { read: true, publish: false, close: false }],
  ['citizen', citizen, { read: true, publish: false, close: false }],
  ['case worker', caseWorker, { read: true, publish: false, close: false }],
  ['administrator', administrator, { read: true, publish: false, close: true }],
  ['system', system, { read: true, publish: true, close: false }],
]

test.each(table)('what a %s may do with the catalogue', (_name, actor, allowed) => {
  expect({
    read: mayDo(actor, 'read'),
    publish: mayDo(actor, 'publish'),
    close: mayDo(actor, 'close'),
  }).toEqual(allowed)
})

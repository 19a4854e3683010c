import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { exportAnswers } from './export.ts'
import { claimsOf } from './submitted.ts'
import { formOf } from './testing/forms.ts'

const file = { id: 'f1', name: 'Foto.png', mediaType: 'image/png', size: 12, sha256: '0'.repeat(64) }

describe('canonicalJson', () => {
  it('writes equal values equally', () => {
    expect(canonicalJson({ b: [1, { d: null, c: undefined, a: 'å"' }], a: true })).toBe(
      '{"a":true,"b":[1,{"a":"å\\"","d":null}]}',
    )
    expect(canonicalJson({ a: true, b: [1, { a: 'å"', d: null }] })).toBe(
      canonicalJson({ b: [1, { d: null, a: 'å"' }], a: true }),
    )
  })
})

describe('answers', () => {
  const form = formOf([
    { id: 'foto', type: 'attachments' },
    { id: 'antal', type: 'number', decimals: 1 },
    { id: 'constructor', type: 'text' },
  ])

  it('are exported by question, without what is only ours', () => {
    expect(exportAnswers(form, { antal: 0.5, foto: [{ ...file, pixels: { width: 4, height: 3 } }] })).toEqual({
      antal: 0.5,
      foto: [{ name: 'Foto.png', mediaType: 'image/png', size: 12, sha256: '0'.repeat(64) }],
    })
  })

  it('tell which files go with them', () => {
    expect(claimsOf(form, { foto: [file] })).toEqual([{ kind: 'file', id: 'f1' }])
    expect(claimsOf(form, {})).toEqual([])
  })
})

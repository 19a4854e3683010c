import { describe, expect, test } from 'vitest'
import { attributeOf, elementsIn, hasRepeatedId, textOf } from './elements.ts'
import { readXml } from './read-xml.ts'

const codeOf = (text: string) => {
  const read = readXml(text)
  return read.ok ? 'ok' : read.error
}

test.each([
  ['plain XML', 'ok', '<a x="1"><b>text</b></a>'],
  ['a declaration', 'ok', '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<a/>'],
  ['a document type', 'dtd', '<!DOCTYPE a><a/>'],
  ['a document type in small letters', 'dtd', '<!doctype a><a/>'],
  ['an entity', 'dtd', '<a><!ENTITY b "c"></a>'],
  ['a comment', 'malformed', '<a><!-- b --></a>'],
  ['CDATA', 'malformed', '<a><![CDATA[b]]></a>'],
  ['a processing instruction', 'malformed', '<a><?b c?></a>'],
  ['an instruction in the declaration’s place', 'malformed', '<?xml-stylesheet href="b"?><a/>'],
  ['an attribute without quotes', 'malformed', '<a x=1/>'],
  ['an end without a start', 'malformed', '<a></b></a>'],
  ['a start without an end', 'malformed', '<a><b></a>'],
  ['a root without an end', 'malformed', '<a><a></a>'],
  ['two roots', 'malformed', '<a/><b/>'],
  ['words behind the root', 'malformed', '<a></a>b'],
  ['words behind an empty root', 'malformed', '<a/>b'],
  ['an attribute twice', 'malformed', '<a x="1" x="2"/>'],
  ['no element', 'malformed', 'a'],
  ['nothing', 'malformed', ''],
])('%s: %s', (_what, code, text) => {
  expect(codeOf(text)).toBe(code)
})

describe('what is read', () => {
  const root = (text: string): Element => {
    const read = readXml(text)
    if (!read.ok) throw new Error(read.error)
    return read.value
  }

  test('has elements, attributes and texts', () => {
    const [first, second, ...others] = elementsIn(root('<a> <b x="">  t </b> u <c/></a>'))
    expect([first?.localName, second?.localName, others]).toEqual(['b', 'c', []])
    expect([attributeOf(first, 'x'), attributeOf(first, 'y'), attributeOf(undefined, 'x')]).toEqual([
      '',
      undefined,
      undefined,
    ])
    expect([textOf(first), textOf(second), textOf(undefined)]).toEqual(['t', undefined, undefined])
  })

  test.each([
    ['<a Id="1"><b Id="2"/></a>', false],
    ['<a Id="1"><b><c Id="1"/></b></a>', true],
    ['<a Id="1"><b ID="1"/></a>', true],
    ['<a><b id="1" Id="1"/></a>', true],
  ])('%s has an id twice: %s', (text, isSo) => {
    expect(hasRepeatedId(root(text))).toBe(isSo)
  })
})

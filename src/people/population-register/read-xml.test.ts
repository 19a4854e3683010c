import { expect, test } from 'vitest'
import { readXml } from './read-xml.ts'

test('elements are read by their name without prefix, texts as strings, lists as lists', () => {
  const xml = `<?xml version='1.0' encoding='UTF-8'?><a:x xmlns:a="urn:a"><R>0123</R><y/><a:z k="1"> J </a:z></a:x>`
  expect(readXml(xml, ['R'])).toEqual({ '?xml': '', x: { R: ['0123'], y: '', z: 'J' } })
})

test('entities of XML itself and characters by number are what they stand for', () => {
  expect(readXml('<a>Prov &amp; S&#246;n &lt;b&gt; &quot;&apos;&#xE5;</a>', [])).toEqual({ a: 'Prov & Sön <b> "\'å' })
})

test.each([
  ['an entity of its own', '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'],
  ['an entity that reads a file', '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'],
  ['entities that multiply', '<!DOCTYPE a [<!ENTITY b "xx"><!ENTITY c "&b;&b;">]><a>&c;</a>'],
  ['a document type from elsewhere', '<!doctype a SYSTEM "http://localhost/a.dtd"><a/>'],
  ['an unknown entity', '<a>&hej;</a>'],
  ['a character that does not exist', '<a>&#x110000;</a>'],
  ['a bare ampersand', '<a>Prov & Son</a>'],
  ['an element that is not closed', '<a><b></a>'],
  ['half a document', '<a><b>text'],
  ['text alone', 'Service Unavailable'],
  ['nothing', ''],
  ['a page of a proxy', '<html><body><br></body></html>'],
  ['names that would change every object', '<a><__proto__><b>1</b></__proto__></a>'],
  ['nesting without end', '<a>'.repeat(5_000) + '</a>'.repeat(5_000)],
])('%s is refused', (_what, xml) => {
  expect(() => readXml(xml, [])).toThrow()
})

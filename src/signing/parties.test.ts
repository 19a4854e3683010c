import { expect, test } from 'vitest'
import { SigningSettings } from '../catalogue/definition/signing.ts'
import { FormDefinition } from '../forms/definition.ts'
import { alve } from '../forms/testing/samples/child.ts'
import { namedParties } from './parties.ts'

const form = FormDefinition.parse({
  steps: [{ id: 'a', title: { sv: 'A' }, questions: [{ id: 'namn', type: 'text', label: { sv: 'Namn' } }] }],
})
const signing = (others: readonly object[]) => SigningSettings.parse({ others })
const guardians = { from: 'guardians', question: 'barn' }
const parties = { from: 'parties', question: 'med', role: 'signatory' }
const child = { id: alve.id, name: alve.name, number: alve.number, birthDate: alve.birthDate }
const facts = { children: [alve] }
const bo = alve.otherGuardians?.[0]

test('the child’s other guardians are named by the register, with nothing of the answer’s', () => {
  expect(namedParties(signing([guardians]), { form, answers: { barn: child }, facts })).toEqual([
    {
      role: 'guardian',
      position: 1,
      name: bo?.name,
      identity: { scheme: 'swedish-number', number: bo?.number },
      contact: {},
    },
  ])
})

test('others are named in the form, with number or day of birth, and the address that was typed', () => {
  const med = [
    { name: 'Cecilia Prov', identity: { number: '199501012380' }, email: 'c@prov.example' },
    { name: 'Kari Nordmann', identity: { birthDate: '1988-05-17' } },
  ]
  expect(namedParties(signing([parties]), { form, answers: { med }, facts: {} })).toEqual([
    {
      role: 'signatory',
      position: 1,
      name: 'Cecilia Prov',
      identity: { scheme: 'swedish-number', number: '199501012380' },
      contact: { email: 'c@prov.example' },
    },
    { role: 'signatory', position: 2, name: 'Kari Nordmann', identity: { born: '1988-05-17' }, contact: {} },
  ])
})

test('who is named twice signs once, and the positions have no hole', () => {
  const med = [
    { name: 'Bosse', identity: { number: bo?.number ?? '' } },
    { name: 'Cecilia Prov', identity: { number: '199501012380' } },
  ]
  const named = namedParties(signing([guardians, parties]), { form, answers: { barn: child, med }, facts })
  expect(named.map(({ position, name }) => [position, name])).toEqual([
    [1, bo?.name],
    [2, 'Cecilia Prov'],
  ])
})

test('nobody is named where nothing is answered', () => {
  expect(namedParties(signing([guardians, parties]), { form, answers: {}, facts: {} })).toEqual([])
})

test('a child that the register tells nothing of names nobody in silence', () => {
  expect(() => namedParties(signing([guardians]), { form, answers: { barn: child }, facts: {} })).toThrow()
})

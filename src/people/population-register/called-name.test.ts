import { expect, test } from 'vitest'
import { calledName } from './called-name.ts'

test.each([
  ['Eva Ada', '20', 'Ada'],
  ['Ada', '10', 'Ada'],
  ['Karl-Erik Olof', '12', 'Karl-Erik'],
  ['Karl-Erik Olof', '30', 'Olof'],
  ['Karl-Erik Olof', '10', 'Karl'],
  ['Eva Ada Maria', '23', 'Ada Maria'],
  ['Eva Ada', undefined, 'Eva Ada'],
  ['Eva Ada', '00', 'Eva Ada'],
  ['Eva Ada', '90', 'Eva Ada'],
  ['Eva Ada', 'xy', 'Eva Ada'],
  [' Eva  Ada ', '10', 'Eva'],
])('of "%s" with the marking %s one goes by "%s"', (firstNames, marking, name) => {
  expect(calledName(firstNames, marking)).toBe(name)
})

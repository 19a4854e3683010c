import { deadEnds } from './dead-ends.ts'
import type { Finding } from './finding.ts'
import type { Proving } from './proving.ts'
import { reached } from './reached.ts'
import { ruleFindings } from './rule-findings.ts'
import { sizeFindings } from './size.ts'

/** Everything on the ways through a form that nobody can have meant. The form's expressions have been checked. */
export function formFindings(proof: Proving): readonly Finding[] {
  const { findings, isReached } = reached(proof)
  return [...findings, ...deadEnds(proof, isReached), ...ruleFindings(proof, isReached), ...sizeFindings(proof)]
}

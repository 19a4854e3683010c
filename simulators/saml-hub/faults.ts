import { z } from 'zod'

/**
 * How the hub misbehaves, until it is told otherwise: in what it signs (`unsigned` … `sha1`), in how it wraps one answer in another (`wrapped-…`), in
 * what it says (`replay` … `possible-fraud`), in what it tells of a text that was signed (`other-person` … `other-digest`), and in its metadata (`metadata-…`).
 */
export const SamlFaultMode = z.enum([
  'ok',
  'unsigned',
  'wrong-key',
  'tampered',
  'sha1',
  'dtd',
  'comment',
  'wrapped-extensions',
  'wrapped-object',
  'wrapped-same-id',
  'wrapped-status',
  'wrapped-sibling',
  'wrapped-plain',
  'replay',
  'expired',
  'not-yet-valid',
  'stale',
  'clock-ahead',
  'wrong-audience',
  'wrong-recipient',
  'wrong-destination',
  'wrong-request',
  'unsolicited',
  'wrong-issuer',
  'wrong-level',
  'identified-before',
  'unencrypted',
  'rsa15',
  'wrong-recipient-key',
  'encrypted-attribute',
  'fraud',
  'possible-fraud',
  'other-person',
  'no-digest',
  'other-digest',
  'metadata-unsigned',
  'metadata-wrong-key',
  'metadata-expired',
  'metadata-no-encryption',
])

/** See the schema of the same name. */
export type SamlFaultMode = z.infer<typeof SamlFaultMode>

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Authority, openAuthority } from '../../../../simulators/authority/authority.ts'
import { type KeyPair, makeCertificate } from '../../../../simulators/authority/make-certificate.ts'
import { fromPem } from '../../../platform/cryptography/pem.ts'
import { type Certificate, readCertificate } from './certificate.ts'
import { findPath } from './path-to-root.ts'

let folder: string
let root: Authority
let bank: Authority
/** Lets no authority stand below itself. */
let issuer: Authority
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handslag-path-'))
  root = await openAuthority(folder)
  bank = await root.delegate({ commonName: 'Bank' })
  issuer = await bank.delegate({ commonName: 'Issuer', pathLength: 0 })
})
afterAll(() => rm(folder, { recursive: true }))

const person = { commonName: 'Ada', use: 'person', key: 'ec' } as const

function read({ certificate }: Pick<KeyPair, 'certificate'>): Certificate {
  const found = readCertificate(Buffer.from(fromPem(certificate), 'base64'))
  if (!found) throw new Error('This is no certificate')
  return found
}

const pathOf = (...shown: Pick<KeyPair, 'certificate'>[]) =>
  findPath(shown.map(read), [read(root)])?.all.map(({ x509 }) => x509.subject.replace(/^.*CN=/s, ''))

const whole = ['Ada', 'Issuer', 'Bank', 'Handslag Simulator Root CA']

test('leads over all authorities to the root, in whichever order they are shown, with the root or without', async () => {
  const ada = await issuer.issue(person)
  expect(pathOf(ada, issuer, bank)).toEqual(whole)
  expect(pathOf(ada, bank, issuer, root)).toEqual(whole)
  expect(pathOf(await root.issue(person))).toEqual(['Ada', 'Handslag Simulator Root CA'])
})

test('is none without an authority between, or with nobody', async () => {
  const ada = await issuer.issue(person)
  expect(pathOf(ada, bank)).toBeUndefined()
  expect(pathOf(ada)).toBeUndefined()
  expect(pathOf()).toBeUndefined()
})

test('is none over a person, who can issue nothing', async () => {
  const mallory = await issuer.issue({ ...person, commonName: 'Mallory' })
  const ada = await makeCertificate(person, mallory)
  expect(pathOf(ada, mallory, issuer, bank)).toBeUndefined()
})

test('is none over more authorities than one allows below itself', async () => {
  const below = await issuer.delegate({ commonName: 'Below' })
  const ada = await below.issue(person)
  expect(pathOf(ada, below, issuer, bank)).toBeUndefined()
})

test('is none by an authority of the same name with another key', async () => {
  const impostor = await openAuthority(join(folder, 'impostor'))
  expect(pathOf(await impostor.issue(person), impostor)).toBeUndefined()
})

test('a certificate is read as DER alone', () => {
  const { raw } = read(root).x509
  expect(readCertificate(raw)).toBeDefined()
  expect(readCertificate(Buffer.concat([raw, Buffer.from([0])]))).toBeUndefined()
  expect(readCertificate(Buffer.from(root.certificate))).toBeUndefined()
  expect(readCertificate(Buffer.alloc(0))).toBeUndefined()
})

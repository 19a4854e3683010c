import { X509Certificate } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAuthority } from './authority.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handslag-authority-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('a server certificate names its hosts, its use, and who issued it', async () => {
  const authority = await openAuthority(join(folder, 'one'))
  const root = new X509Certificate(authority.certificate)
  const issued = await authority.issue({ commonName: 'localhost', use: 'server', hosts: ['localhost', '127.0.0.1'] })
  const certificate = new X509Certificate(issued.certificate)
  expect(certificate.subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1')
  expect(certificate.checkIssued(root)).toBe(true)
  expect(certificate.verify(root.publicKey)).toBe(true)
  expect(certificate.ca).toBe(false)
  expect(root.ca).toBe(true)
  expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1'])
  expect(certificate.publicKey.asymmetricKeyDetails).toMatchObject({ namedCurve: 'prime256v1' })
  expect(certificate.serialNumber).not.toBe(root.serialNumber)
})

test('a certificate that signs documents has an RSA key', async () => {
  const authority = await openAuthority(join(folder, 'one'))
  const { certificate } = await authority.issue({ commonName: 'Freja', organisation: 'Freja', use: 'signing' })
  expect(new X509Certificate(certificate).publicKey.asymmetricKeyDetails).toMatchObject({ modulusLength: 2048 })
  expect(new X509Certificate(certificate).subject).toBe('O=Freja\nCN=Freja')
})

test('a restart keeps the authority and what it has issued, and other hosts get another certificate', async () => {
  const subject = { commonName: 'Någon annan', use: 'server', hosts: ['localhost'] } as const
  const before = await openAuthority(join(folder, 'one'))
  const issued = await before.issue(subject)
  const after = await openAuthority(join(folder, 'one'))
  expect(after.certificate).toBe(before.certificate)
  expect(await after.issue(subject)).toEqual(issued)
  expect(await after.issue({ ...subject, hosts: ['nordby.localhost'] })).not.toEqual(issued)
})

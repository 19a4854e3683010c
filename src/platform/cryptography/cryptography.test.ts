import { createPublicKey, sign, verify } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keyVault, readKeyFile } from './key-vault.ts'
import { newKey, open, openJson, seal, sealJson } from './sealing.ts'
import { signingKey } from './signing-key.ts'

test.each([8_000, 8_500, 200_000])(
  'a value of about %i bytes opens as it was sealed, packed when it is long',
  (length) => {
    const key = newKey()
    const value = { svar: 'ö"x'.repeat(length / 5) }
    const sealed = sealJson(key, value, 'draft:1')
    expect(openJson(key, sealed, 'draft:1')).toEqual(value)
    expect(openJson(key, seal(key, Buffer.from(JSON.stringify(value)), 'draft:1'), 'draft:1')).toEqual(value)
    expect(sealed.length < 2_000).toBe(length > 8_100)
  },
)

test('what is sealed opens with its key and its row alone', () => {
  const key = newKey()
  const sealed = sealJson(key, { svar: 'åäö' }, 'draft:1')
  expect(openJson(key, sealed, 'draft:1')).toEqual({ svar: 'åäö' })
  expect(() => open(key, sealed, 'draft:2')).toThrow()
  expect(() => open(newKey(), sealed, 'draft:1')).toThrow()
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(() => open(key, changed, 'draft:1')).toThrow()
  }
})

test('the same text never gives the same cipher text', () => {
  const key = newKey()
  expect(seal(key, Buffer.from('a'), 'b').equals(seal(key, Buffer.from('a'), 'b'))).toBe(false)
})

test('municipalities have keys of their own, and can not open what another has wrapped', () => {
  const vault = keyVault(newKey())
  const key = newKey()
  const wrapped = vault.wrap('a', key, 'draft:1')
  expect(vault.unwrap('a', wrapped, 'draft:1').equals(key)).toBe(true)
  expect(() => vault.unwrap('b', wrapped, 'draft:1')).toThrow()
  expect(vault.tenantKey('a', 'find')).not.toEqual(vault.tenantKey('b', 'find'))
  expect(vault.tenantKey('a', 'find')).not.toEqual(vault.tenantKey('a', 'login'))
})

test('the key file is made once, for its owner alone, whoever comes first; a broken one is never replaced', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'handslag-keys-'))
  const path = join(folder, 'installation.key')
  const keys = await Promise.all(Array.from({ length: 8 }, () => readKeyFile(path)))
  expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1)
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  await writeFile(path, 'short')
  await expect(readKeyFile(path)).rejects.toThrow(/does not hold a key/)
  expect(await readFile(path, 'utf8')).toBe('short')
  await rm(folder, { recursive: true })
})

test('the signing key is the same in every process, and signs', () => {
  const secret = newKey()
  const key = signingKey(secret)
  expect(signingKey(secret).publicJwk).toEqual(key.publicJwk)
  expect(signingKey(newKey()).id).not.toBe(key.id)
  const signature = sign('sha256', Buffer.from('x'), key.privateKey)
  expect(verify('sha256', Buffer.from('x'), createPublicKey(key.privateKey), signature)).toBe(true)
})

import { expect, test } from 'vitest'
import { ConfigurationError, parseConfiguration } from './configuration.ts'

const parse = (environment: Readonly<Record<string, string>>) =>
  parseConfiguration({ HANDSLAG_DATA: '/srv/data', ...environment }, '/srv')

test('nothing needs to be set for the demonstration', () => {
  expect(parse({})).toMatchObject({
    port: 3000,
    web: true,
    worker: true,
    dataFolder: '/srv/data',
    keyFile: '/srv/data/keys/installation.key',
    origin: 'http://{host}:3000',
    simulators: 'http://localhost:3001',
    database: undefined,
  })
})

test.each([
  [{ PORT: 'abc' }, 'PORT'],
  [{ PORT: '65535' }, 'PORT'],
  [{ HANDSLAG_ROLES: 'everything' }, 'HANDSLAG_ROLES'],
  [{ DATABASE_URL: 'postgres://a@localhost/b' }, 'DATABASE_OWNER_URL'],
  [{ DATABASE_OWNER_URL: 'postgres://a@localhost/b' }, 'DATABASE_URL'],
  [{ DATABASE_URL: 'mysql://a', DATABASE_OWNER_URL: 'postgres://a@b/c' }, 'DATABASE_URL'],
  [{ HANDSLAG_ORIGIN: 'handslag.example' }, 'HANDSLAG_ORIGIN'],
  [{ HANDSLAG_SIMULATORS: 'no' }, 'SMTP_URL'],
  [{ COMPANY_REGISTER_URL: 'https://bolagsverket.example/v1' }, 'COMPANY_REGISTER_CLIENT_SECRET'],
  [{ SMS_URL: 'https://api.46elks.com/a1/sms', SMS_USER: 'u' }, 'SMS_PASSWORD'],
  [{ SMS_PASSWORD: 'p' }, 'SMS_URL, SMS_USER'],
  [{ CLAMD_URL: 'clamd.example' }, 'CLAMD_URL'],
  [{ CLAMD_URL: 'unix:run/clamd.ctl' }, 'CLAMD_URL'],
  [{ BLOBS_URL: 'https://s3.example/filer' }, 'BLOBS_URL'],
  [{ NODE_ENV: 'production', HANDSLAG_SIMULATORS: 'yes' }, 'HANDSLAG_SIMULATORS'],
  [{ NODE_ENV: 'production', HANDSLAG_ORIGIN: 'http://{host}' }, 'HANDSLAG_ORIGIN'],
])('a bad or missing setting names itself and stops: %j', (environment, name) => {
  expect(() => parse(environment)).toThrow(ConfigurationError)
  expect(() => parse(environment)).toThrow(name)
})

test('scanner and object storage are taken as they are written', () => {
  const urls = { CLAMD_URL: 'tcp://[::1]:3310', BLOBS_URL: 's3://filer/a?endpoint=https://s3.example' }
  expect(parse(urls)).toMatchObject({ clamdUrl: urls.CLAMD_URL, blobsUrl: urls.BLOBS_URL })
  expect(parse({ CLAMD_URL: 'unix:///run/clamd.ctl' }).clamdUrl).toBe('unix:///run/clamd.ctl')
})

test('an SMS provider is taken whole', () => {
  const sms = { SMS_URL: 'https://api.46elks.com/a1/sms', SMS_USER: 'u', SMS_PASSWORD: 'p' }
  expect(parse(sms).sms).toEqual({ url: sms.SMS_URL, user: 'u', password: 'p' })
  expect(parse({}).sms).toBeUndefined()
})

test('all that is wrong is said at once', () => {
  expect(() => parse({ PORT: 'abc', HANDSLAG_ROLES: 'x' })).toThrow(/PORT.*HANDSLAG_ROLES/s)
})

test('in production there are no simulators, unless somebody insists, which stops', () => {
  const production = parse({
    NODE_ENV: 'production',
    HANDSLAG_ORIGIN: 'https://{host}',
    SMTP_URL: 'smtp://mail.example',
  })
  expect(production.simulators).toBeUndefined()
  expect(production.smtpUrl).toBe('smtp://mail.example')
})

import type { OutgoingHttpHeaders } from 'node:http'
import type { PageAddress } from '../support/installation/pages.ts'

/** A request that no page of ours makes. */
export type Malformed = {
  readonly why: string
  readonly method: string
  readonly path: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string | Uint8Array
}

const long = 'a'.repeat(5_000)

/** What may stand in an address instead of an id or a name. */
const badParameters = [
  '%00',
  '%ff%fe',
  '%c0%ae%c0%ae%2f',
  '..%2f..%2f..%2fetc%2fpasswd',
  '%2e%2e',
  '.',
  '__proto__',
  'constructor',
  'toString',
  'null',
  '0',
  '-1',
  'NaN',
  '%',
  '%zz',
  '%25%30%30',
  "'%20or%20'1'='1",
  '%3Cscript%3E',
  '%E2%80%AE',
  '%F0%9F%98%80',
  '00000000-0000-0000-0000-000000000000',
  '01a200dd-6ac0-79dd-a473-9d98858c119',
  `%7B%7B7*7%7D%7D`,
  '$%7Bjndi:ldap:x%7D',
  long,
] as const

const badQueries = [
  '?%',
  '?%ff=%fe',
  '?q=%00',
  '?q=%ff%fe',
  `?q=${long}`,
  '?__proto__[x]=1&__proto__=1',
  '?constructor[prototype][x]=1',
  '?till=%00',
  '?till[]=a&till[]=b',
  '?sida=-1',
  '?sida=99999999999999999999',
  '?sida=1e308',
  '?sida=NaN',
  '?sida=9007199254740991',
  '?lang=__proto__',
  '?lang=en&lang=sv',
  '?status=toString',
  '?vy=constructor',
  '?tjanst=x',
  '?sortera=__proto__&ordning=__proto__',
  '?sparat=%00',
  '?varfor=constructor',
  '?a[b][c][d]=e',
  `?${'a=1&'.repeat(2_000)}`,
  '?q=%27%3B%20drop%20table%20x%3B--',
  '?code=%00&state=%00',
  '?error=%ff&state=x',
  '?iss=javascript:1&state=__proto__&code=x',
  '?andra=%00',
  '?klart=__proto__',
  '?q=%28%5B%7B%2A',
  `?q=${'%F0%9F%98%80'.repeat(200)}`,
]

const urlencoded = 'application/x-www-form-urlencoded'
const boundary = '----x'
const multipart = `multipart/form-data; boundary=${boundary}`
const part = (name: string, value: string, more = '') =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`
const end = `--${boundary}--\r\n`
const program = Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff', 'latin1'), Buffer.alloc(2_000)])

/** Bodies that no form of ours posts: what it is, its type, the bytes. */
const badBodies: readonly (readonly [why: string, type: string | undefined, body: string | Uint8Array])[] = [
  ['bad UTF-8', urlencoded, 'q.namn=%ff%fe&shown=%c0%af&text=%ff'],
  ['raw bad UTF-8', urlencoded, Buffer.from([0x71, 0x3d, 0xff, 0xfe, 0xc0, 0x00])],
  ['NUL', urlencoded, 'text=%00&q.rubrik=a%00b&shown=rubrik&action=nasta&email=%00&phone=%00&version=1&status=%00'],
  ['a lone surrogate', urlencoded, 'text=%ed%a0%80&q.rubrik=%ed%a0%80&shown=rubrik'],
  [
    'prototype keys',
    urlencoded,
    '__proto__=x&constructor=y&q.__proto__=z&q.constructor.prototype=1&shown=__proto__&shown=constructor&toString=1',
  ],
  ['prototype keys in brackets', urlencoded, '__proto__[admin]=1&constructor[prototype][admin]=1&q[__proto__]=1'],
  ['deep names', urlencoded, `q${'[a]'.repeat(1_500)}=1&q${'.a'.repeat(3_000)}=1`],
  ['many fields', urlencoded, Array.from({ length: 6_000 }, (_, n) => `q.f${n}=1`).join('&')],
  ['one field many times', urlencoded, 'shown=rubrik&'.repeat(6_000)],
  ['a long value', urlencoded, `text=${'å'.repeat(150_000)}&q.rubrik=${'x'.repeat(300_000)}&shown=rubrik`],
  ['a body above the limit', urlencoded, `text=${'x'.repeat(1_200_000)}`],
  [
    'lists where one is meant',
    urlencoded,
    'revision=1&revision=2&action=a&action=b&version=1&version=2&text=a&text=b&till=a&till=b&status=a&status=b',
  ],
  [
    'numbers out of range',
    urlencoded,
    'revision=99999999999999999999&version=99999999999999999999&until-day=99&until-month=99&until-year=99999999999&text=x',
  ],
  ['negative numbers', urlencoded, 'revision=-1&version=-1&until-day=-1&until-month=-1&until-year=-1&text=x'],
  ['a day that is not', urlencoded, 'version=1&until-day=31&until-month=2&until-year=2027&text=x'],
  [
    'an unknown status, person and service',
    urlencoded,
    'version=1&status=__proto__&to=__proto__&service=__proto__&text=x',
  ],
  ['an action of nobody', urlencoded, 'action=ta-bort:__proto__:../../x&revision=0'],
  ['JSON', 'application/json', '{"__proto__":{"admin":true},"text":{"$gt":""}}'],
  ['broken JSON', 'application/json', '{"a":'],
  ['nested JSON', 'application/json', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ['XML', 'application/xml', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'],
  ['plain text', 'text/plain', 'text=x'],
  ['no type', undefined, 'text=x'],
  ['an impossible type', 'a/b/c; =', 'text=x'],
  ['another charset', `${urlencoded}; charset=utf-16`, Buffer.from('text=x', 'utf16le')],
  ['multipart without boundary', 'multipart/form-data', part('text', 'x') + end],
  ['multipart with another boundary', 'multipart/form-data; boundary=----y', part('text', 'x') + end],
  ['multipart with an empty boundary', 'multipart/form-data; boundary=', part('text', 'x') + end],
  ['multipart with a long boundary', `multipart/form-data; boundary=${'x'.repeat(300)}`, part('text', 'x') + end],
  ['multipart cut off in a field', multipart, part('text', 'x').slice(0, -5)],
  ['multipart cut off in a file', multipart, part('file.bilagor', '%PDF-1.4 x', '; filename="a.pdf"').slice(0, -4)],
  ['multipart cut off in a header', multipart, `--${boundary}\r\nContent-Dispo`],
  ['multipart without end', multipart, part('text', 'x')],
  ['an empty multipart', multipart, ''],
  ['multipart that only ends', multipart, end],
  ['multipart without disposition', multipart, `--${boundary}\r\n\r\nx\r\n${end}`],
  ['multipart without name', multipart, `--${boundary}\r\nContent-Disposition: form-data\r\n\r\nx\r\n${end}`],
  [
    'multipart with prototype keys',
    multipart,
    part('__proto__', 'x') + part('constructor', 'y') + part('q.__proto__', 'z') + end,
  ],
  [
    'multipart with NUL',
    multipart,
    part('te\0xt', 'a\0b') + part('text', '\0') + part('file.bilagor', 'x', '; filename="a\0.pdf"') + end,
  ],
  [
    'multipart with bad UTF-8',
    multipart,
    Buffer.concat([Buffer.from(part('text', 'x')), Buffer.from([0xff, 0xfe]), Buffer.from(end)]),
  ],
  [
    'multipart with many fields',
    multipart,
    Array.from({ length: 2_500 }, (_, n) => part(`q.f${n}`, '1')).join('') + end,
  ],
  ['multipart with a long name', multipart, part(long, 'x') + end],
  ['multipart with a long value', multipart, part('text', 'x'.repeat(300_000)) + end],
  ['multipart with a huge header', multipart, part('text', 'x', `; filename="${'a'.repeat(100_000)}"`) + end],
  [
    'multipart with many files',
    multipart,
    Array.from({ length: 60 }, () => part('file.bilagor', '%PDF-1.4', '; filename="a.pdf"')).join('') + end,
  ],
  [
    'a file for a field that takes none',
    multipart,
    part('text', 'x', '; filename="a.pdf"') + part('version', '1', '; filename="x"') + end,
  ],
  [
    'a file with a path for a name',
    multipart,
    part('file.bilagor', '%PDF-1.4\n%%EOF', '; filename="../../../../etc/passwd.pdf"') + part('action', 'nasta') + end,
  ],
  [
    'a program called .pdf',
    multipart,
    Buffer.concat([
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="file.bilagor"; filename="faktura.pdf"\r\nContent-Type: application/pdf\r\n\r\n`,
      ),
      program,
      Buffer.from(`\r\n${end}`),
    ]),
  ],
  ['a page called .pdf', multipart, part('bilagor', '<script>alert(1)</script>', '; filename="a.pdf"') + end],
  ['bytes that claim to be packed', urlencoded, Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0])],
]

const badMethods = ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'HEAD', 'SEARCH']

const sameOrigin = { 'sec-fetch-site': 'same-origin' }

/** Headers that browsers of ours don't send. Those of the second kind come with a POST. */
const badHeaders = (cookie: string): readonly OutgoingHttpHeaders[] => [
  { host: 'okand.example' },
  { host: 'localhost:evil' },
  { host: '' },
  { host: 'a'.repeat(3_000) },
  { 'x-forwarded-host': 'evil.example', 'x-forwarded-for': '%00', 'x-forwarded-proto': 'javascript' },
  { cookie: `${cookie}=%00` },
  { cookie: `${cookie}=%ff%fe; ${cookie}=x` },
  { cookie: `${cookie}=${long}` },
  { cookie: '=;;;=a; __proto__=x' },
  { cookie: `${cookie}="${'%'.repeat(100)}"` },
  { 'accept-language': '%00, *;q=__proto__' },
  { accept: 'application/json' },
  { 'hx-request': 'true' },
  { range: 'bytes=-1,0-,5-1' },
  { 'if-modified-since': 'x', 'if-none-match': '"' },
  { 'content-type': multipart },
]

const foreignOrigins: readonly OutgoingHttpHeaders[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'cross-site', origin: 'http://localhost' },
  {},
  { origin: 'http://localhost' },
  { 'sec-fetch-site': 'x' },
]

/** All malformed requests for a page: `addresses` are real ones of somebody who may see it. `cookie` is the name of the session's cookie. */
export function malformedFor(page: PageAddress, addresses: readonly string[], cookie: string): readonly Malformed[] {
  const [address = page.path] = addresses
  const parameters = [...page.path.matchAll(/:\w+/g)].map(([name]) => name)
  const real = address.split('/')
  const pattern = page.path.split('/')
  const paths = parameters.flatMap((parameter) =>
    badParameters.map((bad) =>
      pattern.map((piece, index) => (piece === parameter ? bad : (real[index] ?? ''))).join('/'),
    ),
  )
  const method = page.get ? 'GET' : 'POST'
  const post = page.post
    ? [
        ...badBodies.map(([why, type, body]) => ({
          why,
          method: 'POST',
          path: address,
          headers: { ...sameOrigin, ...(type && { 'content-type': type }) },
          body,
        })),
        {
          why: 'a body that is said to be packed',
          method: 'POST',
          path: address,
          headers: { ...sameOrigin, 'content-type': urlencoded, 'content-encoding': 'gzip' },
          body: 'x',
        },
        ...foreignOrigins.map((headers) => ({
          why: 'another origin',
          method: 'POST',
          path: address,
          headers: { ...headers, 'content-type': urlencoded },
          body: 'text=x',
        })),
      ]
    : [
        {
          why: 'a form for a page without',
          method: 'POST',
          path: address,
          headers: { ...sameOrigin, 'content-type': urlencoded },
          body: 'text=x',
        },
      ]
  return [
    ...paths.map((path) => ({ why: 'a bad parameter', method, path, headers: sameOrigin })),
    ...badQueries.map((query) => ({ why: 'a bad query', method, path: address + query, headers: sameOrigin })),
    ...badMethods.map((bad) => ({ why: 'another method', method: bad, path: address, headers: sameOrigin })),
    ...badHeaders(cookie).map((headers) => ({
      why: 'bad headers',
      method,
      path: address,
      headers: { ...sameOrigin, ...headers },
    })),
    ...['//', '/%00', '/..%2f..%2f', '/.', ';a=b', '%00', '/%ff'].map((tail) => ({
      why: 'a bad end',
      method,
      path: address + tail,
      headers: sameOrigin,
    })),
    ...post,
  ]
}

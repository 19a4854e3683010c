import jsqr from 'jsqr'
import { render } from 'preact-render-to-string'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { QrCode } from './qr-code.tsx'

const text =
  'bankid.67df3917-fa0d-44e5-b327-edcc928297f8.0.dc69358e712458a66a7525beef148ae8526b1c71610eff2c16cdffb4cdac9bf8'
const svg = render(<QrCode text={text} label="QR-kod för BankID-appen" />)

test('a camera reads from the picture what the code says', async () => {
  const standing = svg.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400" ')
  const { data, info } = await sharp(Buffer.from(standing)).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  expect(jsqr.default(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(text)
})

test('it is told of as a picture, with a name, and nothing of it stands as text', () => {
  expect(svg).toContain('role="img" aria-label="QR-kod för BankID-appen"')
  expect(svg.replace(/<[^>]+>/g, '')).toBe('')
})

test('four white modules stand around it, black on white whatever the page’s colours', () => {
  const [, size = ''] = /viewBox="0 0 (\d+) \1"/.exec(svg) ?? []
  expect(svg).toContain(`<path fill="#fff" d="M0 0h${size}v${size}h-${size}z"`)
  const black = /fill="#000" d="([^"]+)"/.exec(svg)?.[1] ?? ''
  const runs = [...black.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, length]) => ({
    left: Number(x),
    right: Number(x) + Number(length),
    y: Number(y),
  }))
  expect(Math.min(...runs.map(({ left }) => left))).toBe(4)
  expect(Math.max(...runs.map(({ right }) => right))).toBe(Number(size) - 4)
  expect(Math.min(...runs.map(({ y }) => y))).toBe(4)
  expect(Math.max(...runs.map(({ y }) => y))).toBe(Number(size) - 5)
})

import { expect, test } from 'vitest'
import { type TextKey, translator } from '../../../platform/texts/catalogue.ts'
import type { Device } from '../method.ts'
import { failureOf, textOfEnding } from './endings.ts'
import { isMobile, textOfHint } from './hints.ts'

// BankID's recommended user messages, word for word, by their numbers.
const messages = {
  1: ['Starta BankID-appen.', 'Start your BankID app.'],
  3: ['Åtgärden avbruten. Försök igen.', 'Action cancelled. Please try again.'],
  4: [
    'En identifiering eller underskrift för det här personnumret är redan påbörjad. Försök igen.',
    'An identification or signing for this personal number is already started. Please try again.',
  ],
  5: ['Internt tekniskt fel. Försök igen.', 'Internal error. Please try again.'],
  6: ['Åtgärden avbruten.', 'Action cancelled.'],
  8: [
    'BankID-appen svarar inte. Kontrollera att den är startad och att du har internetanslutning. Om du inte har något giltigt BankID kan du skaffa ett hos din bank. Försök sedan igen.',
    'The BankID app is not responding. Please check that it’s started and that you have internet access. If you don’t have a valid BankID you can get one from your bank. Try again.',
  ],
  9: [
    'Skriv in din säkerhetskod i BankID-appen och välj Identifiera eller Skriv under.',
    'Enter your security code in the BankID app and select Identify or Sign.',
  ],
  13: ['Försöker starta BankID-appen.', 'Trying to start your BankID app.'],
  '15a': [
    'Söker efter BankID, det kan ta en liten stund … Om det har gått några sekunder och inget BankID har hittats har du sannolikt inget BankID som går att använda för den aktuella identifieringen/underskriften i den här datorn. Om du har ett BankID-kort, sätt in det i kortläsaren. Om du inte har något BankID kan du skaffa ett hos din bank.',
    'Searching for BankID, it may take a little while … If a few seconds have passed and still no BankID has been found, you probably don’t have a BankID which can be used for this identification/signing on this computer. If you have a BankID card, please insert it into your card reader. If you don’t have a BankID you can get one from your bank.',
  ],
  '15b': [
    'Söker efter BankID, det kan ta en liten stund … Om det har gått några sekunder och inget BankID har hittats har du sannolikt inget BankID som går att använda för den aktuella identifieringen/underskriften i den här enheten. Om du inte har något BankID kan du skaffa ett hos din bank.',
    'Searching for BankID, it may take a little while … If a few seconds have passed and still no BankID has been found, you probably don’t have a BankID which can be used for this identification/signing on this device. If you don’t have a BankID you can get one from your bank.',
  ],
  16: [
    'Det BankID du försöker använda är för gammalt eller spärrat. Använd ett annat BankID eller skaffa ett nytt hos din bank.',
    'The BankID you are trying to use is blocked or too old. Please use another BankID or get a new one from your bank.',
  ],
  '17a': [
    'BankID-appen verkar inte finnas i din dator eller mobil. Installera den och skaffa ett BankID hos din bank. Installera appen från din appbutik eller https://install.bankid.com',
    'The BankID app couldn’t be found on your computer or mobile device. Please install it and get a BankID from your bank. Install the app from your app store or https://install.bankid.com',
  ],
  '17b': [
    'Misslyckades att läsa av QR-koden. Starta BankID-appen och läs av QR-koden. Kontrollera att BankID-appen är uppdaterad. Om du inte har BankID-appen måste du installera den och skaffa ett BankID hos din bank. Installera appen från din appbutik eller https://install.bankid.com',
    "Failed to scan the QR code. Start the BankID app and scan the QR code. Check that the BankID app is up to date. If you don't have the BankID app, you need to install it and get a BankID from your bank. Install the app from your app store or https://install.bankid.com",
  ],
  21: ['Identifiering eller underskrift pågår.', 'Identification or signing in progress.'],
  22: ['Okänt fel. Försök igen.', 'Unknown error. Please try again.'],
  23: [
    'Fotografera och läs av din ID-handling med BankID-appen.',
    'Process your machine-readable travel document using the BankID app.',
  ],
} as const

const inBothLanguages = (key: TextKey | undefined) => key && [translator('sv')(key), translator('en')(key)]

type Where = 'computer' | 'mobile' | 'qr'
const devices: Readonly<Record<Where, Device>> = { computer: 'this', mobile: 'this', qr: 'other' }

test.each<[string, Where, keyof typeof messages]>([
  ['', 'qr', 1],
  ['outstandingTransaction', 'qr', 1],
  ['noClient', 'qr', 1],
  ['', 'computer', 13],
  ['outstandingTransaction', 'computer', 13],
  ['outstandingTransaction', 'mobile', 13],
  ['noClient', 'mobile', 13],
  ['started', 'computer', '15a'],
  ['started', 'mobile', '15b'],
  ['started', 'qr', '15b'],
  ['userSign', 'qr', 9],
  ['userSign', 'computer', 9],
  ['userMrtd', 'qr', 23],
  ['userMrtd', 'mobile', 23],
  ['userCallConfirm', 'qr', 21],
  ['somethingNew', 'qr', 21],
  ['somethingNew', 'mobile', 21],
])('pending, hint “%s”, %s: RFA%s', (hint, where, number) => {
  const key = textOfHint(hint, { device: devices[where], mobile: where === 'mobile' })
  expect(inBothLanguages(key)).toEqual(messages[number])
})

test.each<[string, Where, keyof typeof messages | 'ours', string]>([
  ['userCancel', 'qr', 6, 'cancelled'],
  ['cancelled', 'qr', 3, 'cancelled'],
  ['expiredTransaction', 'computer', 8, 'expired'],
  ['certificateErr', 'qr', 16, 'blocked'],
  ['startFailed', 'computer', '17a', 'start-failed'],
  ['startFailed', 'mobile', '17a', 'start-failed'],
  ['startFailed', 'qr', '17b', 'start-failed'],
  ['userDeclinedCall', 'qr', 22, 'cancelled'],
  ['notSupportedByUserApp', 'qr', 22, 'unknown'],
  ['transactionRiskBlocked', 'qr', 22, 'refused'],
  ['somethingNew', 'qr', 22, 'unknown'],
  ['alreadyInProgress', 'qr', 4, 'in-progress'],
  ['requestTimeout', 'qr', 5, 'unavailable'],
  ['internalError', 'qr', 5, 'unavailable'],
  ['maintenance', 'qr', 5, 'unavailable'],
  ['tooManyRequests', 'qr', 5, 'unavailable'],
  // What BankID isn't to blame for is told in our own words.
  ['invalidParameters', 'qr', 'ours', 'unavailable'],
  ['unauthorized', 'qr', 'ours', 'unavailable'],
  ['notFound', 'qr', 'ours', 'unavailable'],
  ['methodNotAllowed', 'qr', 'ours', 'unavailable'],
  ['unsupportedMediaType', 'qr', 'ours', 'unavailable'],
  ['noAnswer', 'qr', 'ours', 'unavailable'],
])('failed or an error, “%s”, %s: RFA%s, %s', (word, where, number, reason) => {
  const failure = failureOf(word)
  expect(failure.reason).toBe(reason)
  const expected = number === 'ours' ? undefined : messages[number]
  expect(inBothLanguages(textOfEnding(failure.code, devices[where]))).toEqual(expected)
})

test('a phone or tablet is known by what its browser says', () => {
  expect(isMobile('Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Mobile/15E148 Safari/604.1')).toBe(true)
  expect(isMobile('Mozilla/5.0 (Linux; Android 15; K) Chrome/150.0.0.0 Safari/537.36')).toBe(true)
  expect(isMobile('Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/150.0.0.0 Safari/537.36')).toBe(false)
  expect(isMobile(undefined)).toBe(false)
})

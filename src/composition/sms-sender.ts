import { httpSmsSender, type SmsSender } from '../notices/public.ts'
import type { Configuration, SmsSettings } from '../platform/configuration/configuration.ts'

/** Where the simulators take messages, below their origin, and the login that they know. */
const simulated = (origin: string): SmsSettings => ({
  url: `${origin}/sms/a1/sms`,
  user: 'handslag',
  password: 'bara-for-simulatorn',
})

/** The SMS provider of the installation: its own, else the simulators', else none. */
export function smsSender({ sms, simulators }: Pick<Configuration, 'sms' | 'simulators'>): SmsSender | undefined {
  const provider = sms ?? (simulators ? simulated(simulators) : undefined)
  return provider ? httpSmsSender(provider) : undefined
}

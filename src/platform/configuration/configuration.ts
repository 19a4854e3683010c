import { join } from 'node:path'
import { z } from 'zod'
import { resolveDataDirectory } from '../database/embedded/data-directory.ts'

const yesOrNo = z.enum(['yes', 'no']).transform((word) => word === 'yes')

const Environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  PORT: z.coerce.number().int().min(1).max(65_534).default(3000),
  HANDSLAG_LISTEN: z.string().min(1).default('localhost'),
  HANDSLAG_DATA: z.string().min(1).optional(),
  HANDSLAG_ROLES: z.enum(['all', 'web', 'worker']).default('all'),
  HANDSLAG_ORIGIN: z
    .string()
    .regex(/^https?:\/\/\{host\}(:\d+)?$/, 'must be like https://{host}')
    .optional(),
  HANDSLAG_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  HANDSLAG_KEY_FILE: z.string().min(1).optional(),
  HANDSLAG_CERTIFICATES: z.string().min(1).optional(),
  HANDSLAG_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  HANDSLAG_SIMULATORS: yesOrNo.optional(),
  HANDSLAG_CONTENT: z.enum(['demonstration', 'none']).default('demonstration'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SMS_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_USER: z.string().min(1).optional(),
  SMS_PASSWORD: z.string().min(1).optional(),
  CLAMD_URL: z
    .string()
    .regex(
      /^(tcp:\/\/(\[[0-9a-f:]+\]|[\w.-]+):\d{1,5}|unix:\/\/\/.+)$/i,
      'must be like tcp://host:port or unix:///path',
    )
    .optional(),
  BLOBS_URL: z
    .string()
    .regex(
      /^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/|\?|$)/,
      'must be like s3://bucket?endpoint=https://host&region=name',
    )
    .optional(),
  COMPANY_REGISTER_URL: z.url({ protocol: /^https?$/ }).optional(),
  COMPANY_REGISTER_TOKEN_URL: z.url({ protocol: /^https?$/ }).optional(),
  COMPANY_REGISTER_CLIENT_ID: z.string().min(1).optional(),
  COMPANY_REGISTER_CLIENT_SECRET: z.string().min(1).optional(),
  ADDRESS_REGISTER_URL: z.url({ protocol: /^https?$/ }).optional(),
  HANDSLAG_REQUESTS_PER_MINUTE: z.coerce.number().int().min(10).default(3000),
})

/** What the program is told from outside. Read once, at start; `docs/operations.md` says what each setting means. */
export type Configuration = {
  readonly production: boolean
  readonly port: number
  readonly listen: string
  readonly dataFolder: string
  readonly web: boolean
  readonly worker: boolean
  /** Address of a municipality's host as its residents write it, with `{host}` in it. */
  readonly origin: string
  /** How many proxies of our own stand between the residents and the program. */
  readonly trustedProxies: number
  readonly keyFile: string
  /** Folder of the certificates that show partners who we are, `<municipality>/<partner>/`; undefined when there are none. */
  readonly certificatesFolder: string | undefined
  readonly logLevel: string
  /** The simulators' own origin, where identity providers and inbox are played; undefined when there are none. */
  readonly simulators: string | undefined
  readonly demonstration: boolean
  /** Addresses of a PostgreSQL of one's own; undefined for the embedded one. */
  readonly database: { readonly url: string; readonly ownerUrl: string } | undefined
  /** Mail server; undefined for the simulators' inbox. */
  readonly smtpUrl: string | undefined
  /** Where messages to phones are handed over; undefined for the simulators' inbox, or none at all. */
  readonly sms: SmsSettings | undefined
  /** Virus scanner (clamd), `tcp://host:port` or `unix:///path`; undefined for the simulators', or none at all. */
  readonly clamdUrl: string | undefined
  /** Object storage for files, `s3://bucket/prefix?endpoint=…&region=…`; undefined for the data folder. */
  readonly blobsUrl: string | undefined
  /** Bolagsverket's API and the client's own secret; undefined for the simulators' register, or none at all. */
  readonly companyRegister: CompanyRegisterSettings | undefined
  /** The address register, without a slash at the end; undefined for the simulators', or none at all. */
  readonly addressRegisterUrl: string | undefined
  /** Requests a minute from one address. Many people may share one; no person needs so many. */
  readonly requestsPerMinute: number
}

/** How Bolagsverket is reached: addresses without a slash at the end, and client credentials. */
export type CompanyRegisterSettings = {
  readonly url: string
  readonly tokenUrl: string
  readonly clientId: string
  readonly clientSecret: string
}

/** How the SMS provider is reached: the whole address, and our login there. */
export type SmsSettings = { readonly url: string; readonly user: string; readonly password: string }

/** A setting is missing or bad. The message names it. */
export class ConfigurationError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ConfigurationError'
  }
}

/** Reads the settings from the environment, for a program in the folder `checkout`. Throws `ConfigurationError` that names every bad or missing one. */
export function parseConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
  checkout: string,
): Configuration {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) {
    throw new ConfigurationError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
    )
  }
  const settings = parsed.data
  const production = settings.NODE_ENV === 'production'
  const simulated = settings.HANDSLAG_SIMULATORS ?? !production
  const faults = [
    production && simulated && 'HANDSLAG_SIMULATORS: anybody could log in as anybody; must be no in production',
    production &&
      !settings.HANDSLAG_ORIGIN?.startsWith('https:') &&
      'HANDSLAG_ORIGIN: must be like https://{host} in production',
    (settings.DATABASE_URL === undefined) !== (settings.DATABASE_OWNER_URL === undefined) &&
      `${settings.DATABASE_URL ? 'DATABASE_OWNER_URL' : 'DATABASE_URL'}: must be given, too`,
    !simulated &&
      settings.HANDSLAG_ROLES !== 'web' &&
      !settings.SMTP_URL &&
      'SMTP_URL: must be given when there are no simulators',
    halfGiven(settings, companyRegisterNames),
    halfGiven(settings, smsNames),
  ].filter((fault) => typeof fault === 'string')
  if (faults.length > 0) throw new ConfigurationError(faults.join('; '))

  const dataFolder = resolveDataDirectory(environment, checkout)
  return {
    production,
    port: settings.PORT,
    listen: settings.HANDSLAG_LISTEN,
    dataFolder,
    web: settings.HANDSLAG_ROLES !== 'worker',
    worker: settings.HANDSLAG_ROLES !== 'web',
    origin: settings.HANDSLAG_ORIGIN ?? `http://{host}:${settings.PORT}`,
    trustedProxies: settings.HANDSLAG_TRUSTED_PROXIES,
    keyFile: settings.HANDSLAG_KEY_FILE ?? join(dataFolder, 'keys', 'installation.key'),
    certificatesFolder: settings.HANDSLAG_CERTIFICATES,
    logLevel: settings.HANDSLAG_LOG,
    simulators: simulated ? `http://localhost:${settings.PORT + 1}` : undefined,
    demonstration: settings.HANDSLAG_CONTENT === 'demonstration',
    database:
      settings.DATABASE_URL && settings.DATABASE_OWNER_URL
        ? { url: settings.DATABASE_URL, ownerUrl: settings.DATABASE_OWNER_URL }
        : undefined,
    smtpUrl: settings.SMTP_URL,
    sms: smsOf(settings),
    clamdUrl: settings.CLAMD_URL,
    blobsUrl: settings.BLOBS_URL,
    companyRegister: companyRegisterOf(settings),
    addressRegisterUrl: settings.ADDRESS_REGISTER_URL?.replace(/\/$/, ''),
    requestsPerMinute: settings.HANDSLAG_REQUESTS_PER_MINUTE,
  }
}

type Settings = z.infer<typeof Environment>

function companyRegisterOf(settings: Settings): CompanyRegisterSettings | undefined {
  const {
    COMPANY_REGISTER_URL: url,
    COMPANY_REGISTER_TOKEN_URL: tokenUrl,
    COMPANY_REGISTER_CLIENT_ID: clientId,
    COMPANY_REGISTER_CLIENT_SECRET: clientSecret,
  } = settings
  if (!url || !tokenUrl || !clientId || !clientSecret) return undefined
  return { url: url.replace(/\/$/, ''), tokenUrl, clientId, clientSecret }
}

function smsOf({ SMS_URL: url, SMS_USER: user, SMS_PASSWORD: password }: Settings): SmsSettings | undefined {
  return url && user && password ? { url, user, password } : undefined
}

const companyRegisterNames = [
  'COMPANY_REGISTER_URL',
  'COMPANY_REGISTER_TOKEN_URL',
  'COMPANY_REGISTER_CLIENT_ID',
  'COMPANY_REGISTER_CLIENT_SECRET',
] as const

const smsNames = ['SMS_URL', 'SMS_USER', 'SMS_PASSWORD'] as const

/** Half of what belongs together is nothing: what is missing is named. */
function halfGiven(settings: Settings, names: readonly (keyof Settings)[]): string | undefined {
  const missing = names.filter((name) => settings[name] === undefined)
  return missing.length === 0 || missing.length === names.length
    ? undefined
    : `${missing.join(', ')}: must be given, too`
}

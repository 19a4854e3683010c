import { z } from 'zod'
import { OwnFile } from '../../forms/own-file.ts'
import { Id } from '../../forms/question.ts'
import { LocalizedText } from '../../platform/texts/localized.ts'
import { type IconName, isIconName } from '../../ui/icon.tsx'

/** Words to search by, one or several in each. */
const Words = z
  .strictObject({ sv: z.array(z.string().min(1)).readonly(), en: z.array(z.string().min(1)).default([]).readonly() })
  .readonly()

/** Somewhere else to go: a page of ours, or of somebody else over https. */
export const Address = z.union([z.string().regex(/^\/(?!\/)/), z.url({ protocol: /^https$/ })], {
  error: 'must be a path of our own or an https address',
})

/** The name of one of our line icons. */
export const Icon = z.custom<IconName>((name) => typeof name === 'string' && isIconName(name), 'is none of our icons')

/** Something to know before one starts. */
const Notice = z
  .strictObject({
    tone: z.enum(['info', 'warning']).default('info'),
    heading: LocalizedText.optional(),
    text: LocalizedText,
    links: z
      .array(z.strictObject({ label: LocalizedText, href: Address }).readonly())
      .default([])
      .readonly(),
  })
  .readonly()

/** How a decision is appealed: to whom, by which rules. The words of the rules stand in the catalogue of texts. */
const Appeal = z.discriminatedUnion('kind', [
  /** Förvaltningslagen 43–44 §§: to the board within three weeks; `decidedBy` is who then decides. */
  z.strictObject({ kind: z.literal('administrative'), board: LocalizedText, decidedBy: LocalizedText }).readonly(),
  /** Kommunallagen 13 kap.: to the administrative court within three weeks of the notice. */
  z.strictObject({ kind: z.literal('legality') }).readonly(),
  /** A matter of civil law, which can't be appealed. */
  z.strictObject({ kind: z.literal('civil') }).readonly(),
  /** Nothing is decided. */
  z.strictObject({ kind: z.literal('none') }).readonly(),
])

export type Appeal = z.infer<typeof Appeal>

/** What the law wants said of personal data; the rights and who supervises are the same for all and stand in the catalogue of texts. */
const PersonalData = z
  .strictObject({
    /** The board that is responsible. */
    controller: LocalizedText,
    purpose: LocalizedText,
    legalBasis: LocalizedText,
    recipients: LocalizedText,
    /** How long what was sent is kept, and from when. */
    retention: LocalizedText,
    /** E-mail address of the data protection officer. */
    officer: z.email(),
  })
  .readonly()

const Contact = z
  .strictObject({
    unit: LocalizedText,
    phone: z.string().min(1),
    email: z.email(),
    hours: LocalizedText,
  })
  .readonly()

/** What every service in the catalogue has, whatever its kind: how it is found, and what its start page says. */
export const startPageSettings = {
  schemaVersion: z.literal(1),
  /** Its name in addresses. */
  shortName: Id,
  title: LocalizedText,
  /** A sentence for lists. */
  summary: LocalizedText,
  category: Id,
  icon: Icon,
  /** What it is about; the first one is shown as an example of what to search for. */
  keywords: Words.refine((words) => words.sv.length > 0, 'needs at least one keyword'),
  /** Other words for the same. */
  synonyms: Words,
  notices: z.array(Notice).default([]).readonly(),
  purpose: LocalizedText,
  /** What one should have at hand, one thing each. */
  needed: z.array(LocalizedText).min(1).readonly(),
  /** Files to read or print beforehand. */
  files: z.array(OwnFile).default([]).readonly(),
  /** Fee and handling time in a few words, beside the way in. */
  inShort: z.strictObject({ fee: LocalizedText, handlingTime: LocalizedText }).readonly().optional(),
  fee: LocalizedText,
  handlingTime: LocalizedText,
  handledBy: LocalizedText,
  personalData: PersonalData,
  contact: Contact,
  law: LocalizedText,
  appeal: Appeal,
} as const

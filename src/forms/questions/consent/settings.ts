import { LocalizedText } from '../../../platform/texts/localized.ts'

/** The setting of a consent: what is consented to or assured, when the label doesn't say it all. */
export const consentSettings = { text: LocalizedText.optional() } as const

import { toCsv } from '../forms/export/csv.ts'
import { toJson } from '../forms/export/json.ts'
import { jsonSchema } from '../forms/export/json-schema.ts'
import type { SentForm } from '../forms/export/sent-form.ts'
import { toXml } from '../forms/export/xml.ts'
import { toXsd } from '../forms/export/xsd.ts'
import { staffCasePath } from './case.ts'

type ExportKind = {
  /** Ends the name of the file. */
  readonly extension: string
  readonly mediaType: string
  readonly write: (sent: SentForm) => string
}

/** What a submission can be downloaded as, by the last word of the address. */
const kinds = {
  json: { extension: 'json', mediaType: 'application/json', write: toJson },
  xml: { extension: 'xml', mediaType: 'application/xml', write: toXml },
  csv: { extension: 'csv', mediaType: 'text/csv; charset=utf-8', write: toCsv },
  'json-schema': {
    extension: 'schema.json',
    mediaType: 'application/schema+json',
    write: (sent) => `${JSON.stringify(jsonSchema(sent), null, 2)}\n`,
  },
  xsd: { extension: 'xsd', mediaType: 'application/xml', write: toXsd },
} as const satisfies Readonly<Record<string, ExportKind>>

export type ExportFormat = keyof typeof kinds

export const isExportFormat = (word: string): word is ExportFormat => Object.hasOwn(kinds, word)

/** A submission as a file. */
export function exportFile(sent: SentForm, format: ExportFormat) {
  const { extension, mediaType, write } = kinds[format]
  const body = Buffer.from(write(sent), 'utf8')
  return { name: `${sent.caseNumber}-${sent.sequence}.${extension}`, mediaType, size: body.length, body }
}

/** Where staff download a submission of a case. */
export const exportPath = (caseId: string, sequence: number | string, format: string): string =>
  `${staffCasePath(caseId)}/inskickat/${sequence}/${format}`

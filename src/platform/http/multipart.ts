import type { FastifyRequest } from 'fastify'
import { CodedError } from '../errors.ts'
import type { PostedForm } from './page.ts'
import type { ReceivedFile, ReceiveFile } from './received-file.ts'

/** A form of the longest step: fields, and bytes a field. */
const limits = { fields: 2_000, fieldSize: 200_000, files: 40, fieldNameSize: 300 }

/** Reads a multipart form: fields are kept, files go to `receive` as they stream in, one after the other. */
export async function readMultipart(
  request: FastifyRequest,
  receive: ReceiveFile | undefined,
): Promise<{ readonly form: PostedForm; readonly files: readonly ReceivedFile[] }> {
  const fields = new Map<string, string[]>()
  const files: ReceivedFile[] = []
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') {
        if (typeof part.value !== 'string') throw new CodedError('bad-request', 'A field is not text')
        // Never keep half of what somebody wrote.
        if (part.valueTruncated || part.fieldnameTruncated) throw new CodedError('too-large', 'A field is too long')
        fields.set(part.fieldname, [...(fields.get(part.fieldname) ?? []), part.value])
      } else if (receive && part.filename) {
        files.push(await receive({ field: part.fieldname, name: part.filename, bytes: part.file }))
      } else {
        // An empty file field, or a file nobody asked for.
        part.file.resume()
      }
    }
  } catch (error) {
    throw asCoded(error)
  }
  return { form: toForm(fields), files }
}

const toForm = (fields: ReadonlyMap<string, readonly string[]>): PostedForm =>
  Object.fromEntries([...fields].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]))

/** What is wrong with a form that can't be read. Errors of our own, the blob store's say, stay what they are. */
function asCoded(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'FST_PROTO_VIOLATION' || code === 'FST_INVALID_JSON_FIELD_ERROR')
    return new CodedError('bad-request', code)
  if (code.startsWith('FST_')) return new CodedError('too-large', code)
  // The parser's errors have no code: a form that is cut off, or whose boundary is missing, empty or too long.
  const broken = /multipart data$|^Multipart: |^The needle /.test(error.message)
  return broken ? new CodedError('bad-request', 'The form is cut off or malformed') : error
}

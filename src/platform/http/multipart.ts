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
        fields.set(part.fieldname, [...(fields.get(part.fieldname) ?? []), part.value])
      } else if (receive && part.filename) {
        files.push(await receive({ field: part.fieldname, name: part.filename, bytes: part.file }))
      } else {
        // An empty file field, or a file nobody asked for.
        part.file.resume()
      }
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('FST_')) {
      throw new CodedError('too-large', String(error.code))
    }
    throw error
  }
  return { form: toForm(fields), files }
}

const toForm = (fields: ReadonlyMap<string, readonly string[]>): PostedForm =>
  Object.fromEntries([...fields].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]))

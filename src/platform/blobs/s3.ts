import { Readable } from 'node:stream'
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { BlobMissing, type BlobStore, requireBlobName, StorageFull } from './blob-store.ts'
import { type Bucket, readBucket } from './bucket.ts'

/** Bytes that are held and sent at once: S3 wants at least 5 MiB of every part but the last. */
const partLength = 8 * 1024 * 1024

/**
 * Blobs as objects of a bucket, named by the setting `BLOBS_URL`; `folder` stands before their names. Credentials come from where AWS's own
 * tools look (`AWS_ACCESS_KEY_ID` and so on).
 */
export function s3BlobStores(url: string): (folder: string) => BlobStore {
  const bucket = readBucket(url)
  const client = new S3Client({
    region: bucket.region,
    ...(bucket.endpoint ? { endpoint: bucket.endpoint, forcePathStyle: true } : {}),
    // Not every store knows the newer checksums; a blob has its own in every frame.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  return (folder) => s3BlobStore(client, { ...bucket, prefix: `${bucket.prefix}${folder}/` })
}

function s3BlobStore(client: S3Client, { bucket, prefix }: Bucket): BlobStore {
  const at = (name: string) => ({ Bucket: bucket, Key: prefix + requireBlobName(name) })
  return {
    write: async (name, bytes) => {
      try {
        await write(client, at(name), bytes)
      } catch (error) {
        throw isFull(error) ? new StorageFull({ cause: error }) : error
      }
    },
    read: async (name) => {
      try {
        const { Body } = await client.send(new GetObjectCommand(at(name)))
        if (!(Body instanceof Readable)) throw new Error('An object without a body')
        return Body
      } catch (error) {
        if (error instanceof NoSuchKey) throw new BlobMissing(name)
        throw error
      }
    },
    remove: async (name) => {
      await client.send(new DeleteObjectCommand(at(name)))
    },
    async *listOlderThan(time) {
      for (let from: string | undefined; ; ) {
        const listed = await client.send(
          new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ...(from ? { ContinuationToken: from } : {}) }),
        )
        for (const { Key, LastModified } of listed.Contents ?? []) {
          if (Key && LastModified && LastModified < time) yield Key.slice(prefix.length)
        }
        from = listed.NextContinuationToken
        if (!from) return
      }
    },
  }
}

type Next = IteratorResult<{ readonly part: Buffer; readonly isLast: boolean }, void>
type Place = { readonly Bucket: string; readonly Key: string }

/** Small blobs in one request, larger ones in parts, of which nothing is seen before the last has come. */
async function write(client: S3Client, at: Place, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const parts = inParts(bytes)[Symbol.asyncIterator]()
  const first: Next = await parts.next()
  if (first.done) throw new Error('A blob has at least one frame')
  if (first.value.isLast) {
    await client.send(new PutObjectCommand({ ...at, Body: first.value.part }))
    return
  }
  const { UploadId } = await client.send(new CreateMultipartUploadCommand(at))
  const upload = { ...at, UploadId }
  try {
    const sent: { readonly ETag: string | undefined; readonly PartNumber: number }[] = []
    for (let next: Next = first; !next.done; next = await parts.next()) {
      const PartNumber = sent.length + 1
      const { ETag } = await client.send(new UploadPartCommand({ ...upload, PartNumber, Body: next.value.part }))
      sent.push({ ETag, PartNumber })
    }
    await client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts: sent } }))
  } catch (error) {
    await client.send(new AbortMultipartUploadCommand(upload))
    throw error
  }
}

/** Cuts a stream into parts of one length; the last is whatever is left. */
async function* inParts(bytes: AsyncIterable<Uint8Array>) {
  let held: Uint8Array[] = []
  let length = 0
  for await (const chunk of bytes) {
    if (length >= partLength) {
      yield { part: Buffer.concat(held), isLast: false }
      held = []
      length = 0
    }
    held.push(chunk)
    length += chunk.length
  }
  yield { part: Buffer.concat(held), isLast: true }
}

/** 507 is what stores of one's own answer (MinIO, Ceph); AWS itself is never full. */
const isFull = (error: unknown): boolean =>
  error instanceof S3ServiceException &&
  (error.$metadata.httpStatusCode === 507 || /^(QuotaExceeded|XMinioStorageFull)$/.test(error.name))

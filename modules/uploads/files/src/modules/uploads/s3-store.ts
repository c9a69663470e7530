import { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { type ObjectStore, objectPath } from './object-store.ts';

/** The smallest that S3 takes; 10,000 of them are more than the largest file. One is held at a time. */
const partSize = 5 * 1_048_576;

/** Files in a bucket of S3, or of what speaks its protocol. */
export function s3Store(client: S3Client, bucket: string): ObjectStore {
  const objectOf = (id: string) => ({ Bucket: bucket, Key: `files/${objectPath(id)}` });

  return {
    async put(id, content, signal) {
      const abortController = new AbortController();
      const abort = () => abortController.abort();
      signal.addEventListener('abort', abort);
      // A file of one part is one request; of more, it appears when the last has come, or never.
      const params = { ...objectOf(id), Body: content, ContentType: 'application/octet-stream' };
      const upload = new Upload({ client, params, partSize, queueSize: 1, abortController });
      try {
        await upload.done();
      } finally {
        signal.removeEventListener('abort', abort);
        content.destroy();
      }
    },
    async open(id, range) {
      const Range = range && `bytes=${range.start}-${range.end}`;
      const { Body } = await client.send(new GetObjectCommand({ ...objectOf(id), Range }));
      if (!(Body instanceof Readable)) throw new Error('the object has no content');
      return Body;
    },
    async remove(id) {
      await client.send(new DeleteObjectCommand(objectOf(id)));
    },
  };
}

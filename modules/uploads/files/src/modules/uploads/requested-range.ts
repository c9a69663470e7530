import type { IncomingHttpHeaders } from 'node:http';
import type { ByteRange } from '../../contracts/files.ts';

/**
 * The part that is asked for; undefined for the whole, null when there is no such part. Several
 * parts at once, and what cannot be read, mean the whole, as RFC 9110 allows.
 */
export function requestedRange(
  { range = '', 'if-range': validator }: IncomingHttpHeaders,
  size: number,
  etag: string,
): ByteRange | undefined | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range) ?? [];
  if (first === last && first === '') return undefined;
  if (validator !== undefined && validator !== etag) return undefined;
  if (first === '') return last === '' ? undefined : lastBytes(Number(last), size);
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return undefined;
  return start < size ? { start, end } : null;
}

const lastBytes = (count: number, size: number) =>
  count === 0 ? null : { start: Math.max(size - count, 0), end: size - 1 };

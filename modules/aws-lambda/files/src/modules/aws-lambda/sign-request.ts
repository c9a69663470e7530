import { createHash, createHmac } from 'node:crypto';

interface Request {
  /** With small letters, in the order of the alphabet. */
  headers: Record<string, string>;
  body: string;
}

export interface Signer {
  region: string;
  service: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/**
 * The header `authorization` of a POST to `/`, as of AWS's Signature Version 4. AWS's own package for
 * it takes longer to load than all that is asked with it.
 */
export function signRequest(
  { headers, body }: Request,
  { region, service, accessKeyId, secretAccessKey }: Signer,
): string {
  const moment = headers['x-amz-date'] ?? '';
  const day = moment.slice(0, 8);
  const scope = `${day}/${region}/${service}/aws4_request`;
  const names = Object.keys(headers).join(';');
  const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`);
  const canonical = ['POST', '/', '', lines.join(''), names, sha256(body)].join('\n');
  const text = ['AWS4-HMAC-SHA256', moment, scope, sha256(canonical)].join('\n');
  const key = scope
    .split('/')
    .reduce<string | Buffer>((last, part) => hmac(last, part), `AWS4${secretAccessKey}`);
  const signature = hmac(key, text).toString('hex');
  return `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) =>
  createHmac('sha256', key).update(text).digest();

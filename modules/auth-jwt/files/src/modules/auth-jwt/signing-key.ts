import { createHash, createSecretKey, type KeyObject } from 'node:crypto';

export interface SigningKey {
  id: string;
  key: KeyObject;
}

/** A name for the secret that tells nothing of it, so that tokens can say which one signed them. */
export const signingKey = (secret: string): SigningKey => ({
  id: createHash('sha256').update(`key id of ${secret}`).digest('base64url').slice(0, 12),
  key: createSecretKey(Buffer.from(secret)),
});

import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits: nothing to guess, so a fast hash keeps them safe in the database. */
export const newOpaqueToken = () => randomBytes(32).toString('base64url');

export const hashOpaqueToken = (token: string) =>
  createHash('sha256').update(token).digest('base64url');

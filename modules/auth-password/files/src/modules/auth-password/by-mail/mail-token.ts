import { createHash, randomBytes } from 'node:crypto';
import Type from 'typebox';

export const mailToken = Type.String({ pattern: '^[\\w-]{43}$', maxLength: 43 });

/** 256 random bits: nothing to guess, so a fast hash keeps them safe in the database. */
export const newMailToken = () => randomBytes(32).toString('base64url');

export const hashMailToken = (token: string) =>
  createHash('sha256').update(token).digest('base64url');

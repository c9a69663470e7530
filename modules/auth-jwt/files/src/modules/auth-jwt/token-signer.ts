import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { algorithm, tokenType } from './access-token-format.ts';
import type { AuthConfig } from './auth-config.ts';
import { signingKey } from './signing-key.ts';

/** Makes the access tokens of sessions. */
export function tokenSigner(config: AuthConfig) {
  const { id: kid, key } = signingKey(config.JWT_SECRET);

  return (session: { id: string; userId: string }): Promise<string> => {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ sid: session.id })
      .setProtectedHeader({ alg: algorithm, typ: tokenType, kid })
      .setIssuer(config.JWT_ISSUER)
      .setAudience(config.JWT_AUDIENCE)
      .setSubject(session.userId)
      .setJti(randomUUID())
      .setIssuedAt(now)
      .setNotBefore(now)
      .setExpirationTime(now + config.ACCESS_TOKEN_SECONDS)
      .sign(key);
  };
}

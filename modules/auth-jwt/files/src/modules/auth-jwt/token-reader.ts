import { errors, type JWTVerifyOptions, jwtVerify } from 'jose';
import { type AccessClaims, algorithm, tokenType } from './access-token-format.ts';
import type { AuthConfig } from './auth-config.ts';
import { boundedMap } from './bounded-map.ts';
import { signingKey } from './signing-key.ts';

/** Reads access tokens: null when one is not ours, or not any more. */
export function tokenReader(config: AuthConfig) {
  const secrets = [config.JWT_SECRET, config.JWT_PREVIOUS_SECRET].filter((s) => s !== undefined);
  const keys = new Map(secrets.map(signingKey).map(({ id, key }) => [id, key]));
  const checks: JWTVerifyOptions = {
    algorithms: [algorithm],
    typ: tokenType,
    issuer: config.JWT_ISSUER,
    audience: config.JWT_AUDIENCE,
    requiredClaims: ['sub', 'sid', 'jti', 'iat', 'nbf', 'exp'],
    // The clock of the machine that signed may be ahead of ours.
    clockTolerance: 5,
  };
  // Checking a signature costs more than the rest of a small request.
  const verified = boundedMap<string, AccessClaims>(10_000);

  async function verify(token: string): Promise<AccessClaims | null> {
    const { payload } = await jwtVerify(token, keyOf, checks);
    const { sub, sid, exp } = payload;
    return typeof sub === 'string' && typeof sid === 'string' && exp !== undefined
      ? { userId: sub, sessionId: sid, expiresAt: exp }
      : null;
  }

  function keyOf({ kid = '' }: { kid?: string }) {
    const key = keys.get(kid);
    if (!key) throw new errors.JWSSignatureVerificationFailed();
    return key;
  }

  return async (token: string): Promise<AccessClaims | null> => {
    const known = verified.get(token);
    if (known) return Date.now() / 1000 < known.expiresAt ? known : null;
    const claims = await verify(token).catch(nullWhenRefused);
    if (claims) verified.set(token, claims);
    return claims;
  };
}

function nullWhenRefused(error: unknown): null {
  if (error instanceof errors.JOSEError) return null;
  throw error;
}

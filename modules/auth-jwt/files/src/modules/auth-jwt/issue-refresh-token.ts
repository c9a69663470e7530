import type { Database } from '../../contracts/database.ts';
import { hashOpaqueToken, newOpaqueToken } from './opaque-token.ts';
import { refreshTokens, type Session } from './table.ts';

/** A new refresh token for a session. Only its hash is stored. */
export async function issueRefreshToken(db: Database, session: Session): Promise<string> {
  const token = newOpaqueToken();
  const { id: sessionId, expiresAt } = session;
  await db.insert(refreshTokens).values({ hash: hashOpaqueToken(token), sessionId, expiresAt });
  return token;
}

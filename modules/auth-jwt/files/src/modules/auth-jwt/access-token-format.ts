export const algorithm = 'HS256';
/** RFC 9068; keeps tokens made for other purposes with the same secret from passing. */
export const tokenType = 'at+jwt';

export interface AccessClaims {
  userId: string;
  sessionId: string;
  /** Seconds since 1970. */
  expiresAt: number;
}

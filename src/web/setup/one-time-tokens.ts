import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../flows/ports.ts';

export const newToken = () => randomBytes(24).toString('base64url');

export const isSame = (a: string, b: string) => timingSafeEqual(digest(a), digest(b));

const digest = (text: string) => createHash('sha256').update(text).digest();

/** GitHub's codes live for an hour. */
const lifetime = 3_600_000;
const most = 100;

/** Tokens that are good for one use within an hour, each for something of its own. */
export function oneTimeTokens(clock: Clock) {
  const issued = new Map<string, { subject: string; until: number }>();
  return {
    issue: (subject: string) => {
      const token = newToken();
      issued.set(token, { subject, until: clock.now().getTime() + lifetime });
      const [oldest] = issued.keys();
      if (issued.size > most && oldest) issued.delete(oldest);
      return token;
    },
    /** What the token was good for, and is not any more; null when it was not. */
    use: (token: string): string | null => {
      const found = issued.get(token);
      issued.delete(token);
      return found && clock.now().getTime() < found.until ? found.subject : null;
    },
  };
}

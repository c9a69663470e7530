import type { Reading } from '../find/reading.ts';
import { featureMention } from './findings.ts';

/** `asked` and `denied` are the user's words; otherwise the entities decide. */
export type Accounts = 'asked' | 'denied' | 'unsaid';

const signIn = /^auth-(?!any|api-key)|^(password-reset|rbac|multi-tenancy)$/;

export const asksForAccounts = (label: string): boolean =>
  label === 'auth-any' || signIn.test(label);

/** “auth by API key” signs in programs and not people. */
function byKey({ features }: Reading): boolean {
  const of = (label: string) =>
    features.filter(({ means, negated }) => !negated && means.label === label);
  const near = 4;
  const keys = of('auth-api-key');
  return of('auth-any').every(({ start }) =>
    keys.some((key) => Math.abs(key.start - start) <= near),
  );
}

export function decideAccounts(reading: Reading): Accounts {
  const strong = reading.features.some(
    ({ means, negated }) => !negated && signIn.test(means.label),
  );
  if (strong) return 'asked';
  if (featureMention(reading, 'auth-any', true)) return 'denied';
  return featureMention(reading, 'auth-any') && !byKey(reading) ? 'asked' : 'unsaid';
}

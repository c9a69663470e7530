import type { Role } from '../../../templates/server/src/contracts/users.ts';

/** Somebody who is signed in at a driven server. */
export interface Person {
  role: Role;
  userId: string;
  email: string;
  /** What proves it: sent along with every request. */
  headers: Record<string, string>;
  /** What signing in answered: tokens, perhaps. */
  session: Record<string, unknown>;
}

/**
 * Makes a new person and signs them in. On a server of tenants they are of this role in the tenant,
 * `commonTenant` unless it is said, and name it with every request.
 */
export type SignIn = (role: Role, tenant?: string) => Promise<Person>;

/** Visitors may read it. */
export const commonTenant = 'drive';

export const naming = (tenant: string) => ({ 'x-tenant': tenant });

interface Scheme {
  type: string;
  [field: string]: string;
}

/** How a proof is presented, by what the server's `identityScheme` says and what `start` set. */
export function proofOf(
  { type, scheme = '' }: Scheme,
  session: Record<string, unknown>,
  setCookies: readonly string[],
): Record<string, string> {
  if (type === 'http' && scheme.toLowerCase() === 'bearer')
    return { authorization: `Bearer ${session.accessToken ?? session.token}` };
  const cookies = setCookies.map((line) => line.split(';', 1)[0] ?? '');
  const csrf = csrfToken(session, cookies);
  return { cookie: cookies.join('; '), ...(csrf && { 'x-csrf-token': csrf }) };
}

/** In the body, or in a cookie that scripts can read. */
function csrfToken(session: Record<string, unknown>, cookies: readonly string[]) {
  const named = Object.entries(session).find(([name]) => /csrf|xsrf/i.test(name))?.[1];
  if (typeof named === 'string') return named;
  const cookie = cookies.find((each) => /^[^=]*(csrf|xsrf)/i.test(each));
  return cookie && decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1));
}

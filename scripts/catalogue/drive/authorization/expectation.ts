import type { Access } from '../../../../src/core/plan/entity.ts';
import type { Who } from './world.ts';

/** What somebody may be answered. `any` still excludes that they are taken for nobody. */
export type Expectation = 'allowed' | 'answered' | '401' | '403' | '403 or 404' | 'any';

export interface Circumstances {
  access: Access;
  who: Who;
  /** The route is about one thing, and that thing is A's. */
  aboutA: boolean;
  /** A sees the thing in a list in which B does not. */
  isPrivate: boolean;
  /** The route takes a proof from those who have one, and may ask others for it. */
  mayAsk: boolean;
}

/** What the declared access means for somebody. */
export function expectationOf(circumstances: Circumstances): Expectation {
  const { who, aboutA } = circumstances;
  if (who !== 'outsider') return amongThemselves(circumstances);
  // In their own tenant they may do everything.
  return aboutA ? '403 or 404' : 'allowed';
}

function amongThemselves({ access, who, aboutA, isPrivate, mayAsk }: Circumstances): Expectation {
  if (access === 'public') return mayAsk ? 'answered' : 'allowed';
  if (who === 'nobody') return '401';
  if (access === 'admin') return who === 'admin' ? 'allowed' : '403';
  const foreign = who === 'member B' && aboutA;
  if (access === 'owner') return foreign ? '403 or 404' : 'allowed';
  // Beyond being signed in, a module may have rules of its own.
  return foreign && isPrivate ? '403 or 404' : 'any';
}

/** Whether an answer is what was expected. `ownerStatus` is what A was answered to the same. */
export function meets(expected: Expectation, status: number, ownerStatus: number): boolean {
  switch (expected) {
    case '401':
    case '403':
      return status === Number(expected);
    case 'answered':
      return status !== 0;
    case '403 or 404':
      return status === 403 || status === 404;
    case 'any':
      return status !== 0 && (status !== 401 || ownerStatus === 401);
    default:
      // Where even the owner is refused (a wrong password, say), it is not because of who asks.
      return status !== 0 && ((status !== 401 && status !== 403) || status === ownerStatus);
  }
}

import { v7 } from 'uuid';

export interface Answer {
  status: number;
  body: object;
}
export interface Session {
  id: string;
  object: 'checkout.session';
  mode: string;
  status: 'open' | 'complete' | 'expired';
  payment_status: 'paid' | 'unpaid';
  payment_intent: string | null;
  amount_total: number;
  currency: string;
  expires_at: number;
  livemode: false;
  url: string | null;
  customer_email: string | null;
  success_url: string;
  metadata: Record<string, string>;
}
export interface Charge {
  id: string;
  object: 'charge';
  payment_intent: string;
  amount_captured: number;
  amount_refunded: number;
  currency: string;
  metadata: Record<string, string>;
}
export interface Refund {
  id: string;
  object: 'refund';
  payment_intent: string;
  amount: number;
  status: 'succeeded';
  metadata: Record<string, string>;
}
export type Trouble = 'silent' | 'hang-up' | 'html' | 'error' | 'lost-answer';

/** What Stripe knows, and what is wrong with it. */
export const newStripeWorld = () => ({
  sessions: new Map<string, Session>(),
  charges: new Map<string, Charge>(),
  refunds: [] as Refund[],
  /** Payment intents whose payment the bank refused. */
  failedIntents: new Set<string>(),
  answers: new Map<string, { said: string; answer: Answer }>(),
  requests: [] as { method: string; url: string; body: string }[],
  /** For every request. */
  trouble: undefined as Trouble | undefined,
  /** For the next requests, one each. */
  troubles: [] as (Trouble | undefined)[],
});
export type StripeWorld = ReturnType<typeof newStripeWorld>;

/** The messages hold what no log may. */
export const refusal = (status: number, type: string, code: string): Answer => ({
  status,
  body: { error: { type, code, message: `No: ann@secret.test, sk_test_tests (${code})` } },
});

/** Never the same again, also in a database that outlives this process. */
export const newId = (prefix: string) => `${prefix}_test_${v7().replaceAll('-', '')}`;

import type { Database } from './database.ts';

export interface CheckoutLine {
  name: string;
  quantity: number;
  /** In minor units of the checkout's currency. */
  unitAmount: number;
}

export interface NewCheckout {
  /** What is paid for, in the caller's words: `order:<id>`. It comes back when the payment settles. */
  reference: string;
  description: string;
  /** What is to be paid, in minor units. */
  amount: number;
  /** ISO 4217. */
  currency: string;
  /** To be shown to the payer; together they make the amount. */
  lines?: CheckoutLine[];
  customerEmail?: string;
  /** Pages of the web app to come back to, such as `/orders/1?paid`. */
  successPath: string;
  cancelPath: string;
}

export interface Checkout {
  id: string;
  /** Where the payer goes. */
  url: string;
}

export interface Settlement {
  reference: string;
  status: 'paid' | 'failed' | 'refunded';
  /** What was paid, or given back so far, in minor units. */
  amount: number;
  /** ISO 4217, in upper case. */
  currency: string;
  paymentId: string;
}

/** Takes money, and gives it back. */
export interface Payments {
  /**
   * Asked again for the same reference it gives the same page while that one can be paid. Throws a
   * 503 problem `payments-unavailable` when the provider does not answer, a 502 one
   * `payments-refused` when it will not take this payment, and a 409 one when it is made already.
   */
  createCheckout(checkout: NewCheckout): Promise<Checkout>;
  /**
   * Calls back when a payment is made, fails or is given back, inside the transaction that notes
   * the event: what a listener throws undoes it, and the event comes again. Listeners get every
   * event, in any order, and pass over references that are not theirs.
   */
  onSettled(listener: (settlement: Settlement, db: Database) => Promise<void>): void;
  /**
   * Gives the payment back, the whole of it when no amount is named. May be repeated: the same
   * amount of the same payment is given back once.
   */
  refund(paymentId: string, amount?: number): Promise<void>;
}

declare module 'fastify' {
  interface FastifyInstance {
    payments: Payments;
  }
}

import type { FastifyInstance } from 'fastify';
import type { Database } from '../../contracts/database.ts';
import type { Payments, Settlement } from '../../contracts/payments.ts';
import { type AskStripe, askStripe } from './ask-stripe.ts';
import { stripeClient } from './stripe-client.ts';
import type { StripeConfig } from './stripe-config.ts';

/** What the parts of this module share. */
export interface Till extends Pick<FastifyInstance, 'db' | 'log' | 'problem'> {
  config: StripeConfig;
  ask: AskStripe;
  onSettled: Payments['onSettled'];
  /** Tells everybody who listens, in the transaction that notes what happened. */
  tell(settlement: Settlement, tx: Database): Promise<void>;
}

declare module 'fastify' {
  interface FastifyInstance {
    stripeTill: Till;
  }
}

export function openTill({ db, log, problem }: FastifyInstance, config: StripeConfig): Till {
  const listeners: Parameters<Payments['onSettled']>[0][] = [];
  const ask = askStripe({ log, problem }, stripeClient(config));
  return {
    ...{ db, log, problem, config, ask },
    onSettled: (listener) => void listeners.push(listener),
    async tell(settlement, tx) {
      for (const listener of listeners) await listener(settlement, tx);
    },
  };
}

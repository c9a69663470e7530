import { expect, it } from 'vitest';
import { aPlan } from '../builders.ts';
import { rendered } from '../servers/render-to.ts';

it.each([
  ['by hand', [], '4320'],
  ['on a page', ['payments-stripe'], '30'],
])('an order that is paid %s waits as long as its settings say', (_, payments, minutes) => {
  const { files } = rendered(aPlan(['orders', 'auth-jwt', 'auth-password', ...payments]));
  expect(files.get('.env.example')).toContain(`ORDER_HOLD_MINUTES=${minutes}\n`);
  expect(files.get('src/modules/orders/hold-minutes.ts')).toContain(`holdMinutes = ${minutes};`);
});

import type { Gap } from './emulate-proxy.ts';

/**
 * All that emulate 0.12.2 lacks of what the App asks of GitHub in this story; the rest is emulate's
 * own. Stories that it cannot tell at all: a plan taken by 👍 (no reactions), a draft that ends when
 * CI is green (no GraphQL, no check_suite of others), clones and pushes (no git over HTTP), heads
 * that follow a push, deliveries sent again, ETags and rate limits.
 */
export const emulateGaps: Gap[] = [
  {
    lacks: 'reactions',
    call: /^POST \/repos\/ann\/shop\/issues\/(comments\/)?\d+\/reactions$/,
    example: ['POST', '/repos/ann/shop/issues/1/reactions', 404],
    answer: (body) => ({ id: 1, node_id: '', ...body }),
  },
  {
    lacks: 'the list of deliveries',
    call: /^GET \/app\/hook\/deliveries/,
    example: ['GET', '/app/hook/deliveries', 404],
    answer: () => [],
  },
];

/** emulate ends a message as `git commit` does; GitHub's API keeps it as it was sent. */
export const asEmulateWrites = (message: string): string => `${message}\n`;

import type { OpenApi } from './open-api.ts';

/** Mends what GitHub's description says wrongly of GitHub, one line for each mistake. */
export function correctDescription({ paths }: OpenApi): void {
  // In this list alone an account is said to be a user and an enterprise at once.
  const installations = paths['/app/installations']?.get?.responses['200'];
  const content = installations && 'content' in installations ? installations.content : {};
  const list = content?.['application/json'];
  if (list) list.schema = { type: 'array', items: { $ref: '#/components/schemas/installation' } };
}

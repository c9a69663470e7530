import type { OpenApi, Schema } from './open-api.ts';

/** Mends what GitHub's description says wrongly of GitHub. */
export function correctDescription(openApi: OpenApi): void {
  // In this list alone an account is said to be a user and an enterprise at once.
  const installations = openApi.paths['/app/installations']?.get?.responses['200'];
  const content = installations && 'content' in installations ? installations.content : {};
  const list = content?.['application/json'];
  if (list) list.schema = { type: 'array', items: { $ref: '#/components/schemas/installation' } };

  // A label without a description is said to be impossible only in lists of pull requests.
  const { properties } = openApi.components.schemas['pull-request-simple'] ?? {};
  const { labels } = properties as Record<string, { items: { properties: Schema } }>;
  if (labels) labels.items.properties.description = { type: 'string', nullable: true };
}

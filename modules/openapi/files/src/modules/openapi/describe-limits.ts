import { type OpenApi, operationsIn } from './operations-in.ts';

const headers = {
  'RateLimit-Limit': 'Requests allowed in the present window.',
  'RateLimit-Remaining': 'Requests left in the present window.',
  'RateLimit-Reset': 'Seconds until the window ends.',
  'Retry-After': 'Seconds to wait before the next request.',
};
const name = (header: string) => header.replaceAll('-', '');

const references = Object.fromEntries(
  Object.keys(headers).map((header) => [header, { $ref: `#/components/headers/${name(header)}` }]),
);

/** Says on the answers of every limited route (it documents 429) what the server tells about the limit. */
export function describeLimits<Document extends OpenApi>(document: Document): Document {
  const limited = operationsIn(document).filter(({ responses }) => '429' in responses);
  if (limited.length === 0) return document;

  const { 'Retry-After': retryAfter, ...always } = references;
  for (const { responses } of limited) {
    for (const [status, response] of Object.entries(responses)) {
      const told = status === '429' ? references : always;
      if (/^[24]/.test(status)) response.headers = { ...told, ...response.headers };
    }
  }
  const described = Object.entries(headers).map(([header, description]) => [
    name(header),
    { description, schema: { type: 'integer', minimum: 0 } },
  ]);
  const components = { ...document.components, headers: Object.fromEntries(described) };
  return Object.assign(document, { components });
}

import { expect, test } from 'vitest';
import { describeLimits } from '../../../src/modules/openapi/describe-limits.ts';

type Document = Parameters<typeof describeLimits>[0];

const response = () => ({ description: 'An answer' });

test('the answers of a limited route name the headers that speak of its limit', () => {
  const responses = { 200: response(), 429: response(), 500: response() };
  const document = describeLimits<Document>({ paths: { '/notes': { get: { responses } } } });
  const headersOf = (status: keyof typeof responses) =>
    Object.keys((responses[status] as { headers?: object }).headers ?? {});
  expect(headersOf(200)).toEqual(['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset']);
  expect(headersOf(429)).toContain('Retry-After');
  expect(headersOf(500)).toEqual([]);
  expect(Object.keys(document.components?.headers ?? {})).toEqual([
    'RateLimitLimit',
    'RateLimitRemaining',
    'RateLimitReset',
    'RetryAfter',
  ]);
});

test('a document without limits stays as it is', () => {
  const document = () => ({ paths: { '/notes': { get: { responses: { 200: response() } } } } });
  expect(describeLimits(document())).toEqual(document());
  expect(describeLimits({})).toEqual({});
});

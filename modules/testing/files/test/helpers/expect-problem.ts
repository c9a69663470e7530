import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';

/** Checks that a response is a problem document with this status and, when given, this code. */
export function expectProblem(response: LightMyRequestResponse, status: number, code?: string) {
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(response.json()).toMatchObject({ status, ...(code && { code }) });
  expect(response.statusCode).toBe(status);
}

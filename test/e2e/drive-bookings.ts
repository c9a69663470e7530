import { expect } from 'vitest';
import { httpClient } from './http-client.ts';
import type { Served } from './served.ts';
import { expectStatus, signUp } from './sign-up.ts';

/** A gym: classes kept by its staff, bookings kept by its members. */
export async function driveBookings({ url }: Served): Promise<void> {
  const guest = httpClient(url);
  const ann = await signUp(url, 'ann');
  const { body: document } = expectStatus(await guest('GET', '/openapi.json'), 200);
  expect(Object.keys(document.paths)).toContain('/bookings');
  expectStatus(await guest('GET', '/bookings'), 401);
  const mine = expectStatus(await ann.client('GET', '/bookings'), 200);
  expect(mine.body).toEqual({ items: [], nextCursor: null });
}

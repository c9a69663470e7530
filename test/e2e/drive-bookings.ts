import { expect } from 'vitest';
import { httpClient } from './http-client.ts';
import type { Served } from './served.ts';
import { expectStatus, signUp } from './sign-up.ts';

/** A gym: classes kept by its staff, bookings kept by its members. */
export async function driveBookings({ url, promote }: Served): Promise<void> {
  const guest = httpClient(url);
  const { email, password } = await signUp(url, 'staff');
  await promote(email);
  const login = expectStatus(await guest('POST', '/auth/login', { email, password }), 200);
  const staff = httpClient(url, login.body.accessToken);
  const ann = await signUp(url, 'ann');
  const bob = await signUp(url, 'bob');

  const yoga = {
    title: 'Yoga',
    startsAt: '2027-01-01T09:00:00.000Z',
    durationMinutes: 60,
    capacity: 9,
  };
  expectStatus(await ann.client('POST', '/gym-classes', yoga), 403);
  const gymClass = expectStatus(await staff('POST', '/gym-classes', yoga), 201);
  const soon = expectStatus(
    await guest('GET', '/gym-classes?startsAtFrom=2026-12-31T00:00:00Z'),
    200,
  );
  expect(soon.body.items).toMatchObject([{ title: 'Yoga' }]);

  const booking = { gymClassId: gymClass.body.id };
  expectStatus(await guest('POST', '/bookings', booking), 401);
  const booked = expectStatus(await ann.client('POST', '/bookings', booking), 201);
  const path = `/bookings/${booked.body.id}`;
  expectStatus(await bob.client('GET', path), 404);
  const mine = expectStatus(await ann.client('GET', '/bookings'), 200);
  expect(mine.body.items).toHaveLength(1);
  expectStatus(await ann.client('DELETE', path), 204);
}

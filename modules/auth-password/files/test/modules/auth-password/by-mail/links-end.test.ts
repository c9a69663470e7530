import { beforeEach, expect, test } from 'vitest';
import { eventually } from '../../../helpers/eventually.ts';
import { goodPassword, newAccount } from '../../../helpers/new-account.ts';
import { resetDatabase } from '../../../helpers/reset-database.ts';
import { takeMails } from '../../../helpers/take-mails.ts';
import { testApp } from '../../../helpers/test-app.ts';

const app = await testApp();
const hour = 3_600_000;

beforeEach(async () => {
  await resetDatabase(app);
  await newAccount(app, 'jane@example.com');
});

const mailAfter = async (url: string, email: string) => {
  const payload = { email, ...(url.endsWith('register') && { password: goodPassword, name: 'X' }) };
  await app.inject({ method: 'POST', url, payload });
  return eventually(async () => {
    const [mail] = await takeMails(app);
    if (!mail) throw new Error('no mail');
    return mail;
  });
};

test.each([
  ['/auth/register', 'new@example.com', 24 * hour],
  ['/auth/forgot-password', 'jane@example.com', hour],
])('a mail of %s is not sent when its link has ended', async (url, email, lifetimeMs) => {
  const { expiresAt } = await mailAfter(url, email);
  const leftMs = Number(expiresAt) - Date.now();
  expect(leftMs).toBeLessThanOrEqual(lifetimeMs);
  expect(leftMs).toBeGreaterThan(lifetimeMs - 60_000);
});

test('a mail whose link does not end is sent whenever it can be', async () => {
  expect((await mailAfter('/auth/register', 'jane@example.com')).expiresAt).toBeNull();
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { eventually } from '../../../helpers/eventually.ts';
import { expectProblem } from '../../../helpers/expect-problem.ts';
import { goodPassword as password } from '../../../helpers/new-account.ts';
import { resetDatabase } from '../../../helpers/reset-database.ts';
import { takeMails } from '../../../helpers/take-mails.ts';
import { testApp } from '../../../helpers/test-app.ts';

const app = await testApp();
const email = 'jane@example.com';

beforeEach(() => resetDatabase(app));
afterEach(() => {
  vi.restoreAllMocks();
});

const post = (url: string, payload: object) => app.inject({ method: 'POST', url, payload });
const verify = (token: unknown) => post('/auth/verify-email', { token, password });
const login = () => post('/auth/login', { email, password });
async function invited() {
  await post('/auth/register', { email, password, name: 'Jane' });
  return eventually(async () => {
    const [mail] = await takeMails(app);
    if (!mail) throw new Error('no mail yet');
    return /token=([\w-]+)/.exec(mail.text)?.[1];
  });
}

test('of two links that are followed at once one makes the account', async () => {
  const tokens = [await invited(), await invited()];
  const { create } = app.users;
  vi.spyOn(app.users, 'create').mockImplementation(async (...given) => {
    // Time for the other one to come as far as it gets.
    await new Promise((resolve) => setTimeout(resolve, 200));
    return create(...given);
  });
  const statuses = (await Promise.all(tokens.map(verify))).map(({ statusCode }) => statusCode);
  expect(statuses.sort()).toEqual([204, 400]);
});

test('wrong passwords from before there was an account lock nobody out of it', async () => {
  const token = await invited();
  for (let n = 0; n < 5; n++) await login();
  expectProblem(await login(), 429);
  await verify(token);
  expect((await login()).statusCode).toBe(200);
});

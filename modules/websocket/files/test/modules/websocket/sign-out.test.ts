import { expect, test } from 'vitest';
import { listening } from '../../helpers/listening.ts';
import { realtimeClient } from '../../helpers/realtime-client.ts';
import { signIn } from '../../helpers/sign-in.ts';
import { testApp } from '../../helpers/test-app.ts';

const app = await testApp();
const url = await listening(app);

test('signing out ends the user’s connections, and nobody else’s', async () => {
  const [jane, john] = await Promise.all(
    ['jane', 'john'].map((name) => signIn(app, { email: `${name}-${Date.now()}@example.com` })),
  );
  const phone = await realtimeClient(url, { headers: jane?.headers ?? {} });
  const laptop = await realtimeClient(url, { headers: jane?.headers ?? {} });
  const other = await realtimeClient(url, { headers: john?.headers ?? {} });
  await app.sessions.endAll(jane?.userId ?? '');
  expect(await Promise.all([phone.closed, laptop.closed])).toEqual([4401, 4401]);
  expect(await other.ask({ type: 'ping' })).toMatchObject({ type: 'ok' });
  await other.close();
});

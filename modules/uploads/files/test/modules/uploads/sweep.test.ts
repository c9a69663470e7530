import { Readable } from 'node:stream';
import { beforeEach, expect, test } from 'vitest';
import { eventually } from '../../helpers/eventually.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { signIn } from '../../helpers/sign-in.ts';
import { testApp } from '../../helpers/test-app.ts';
import { rowsOf } from './rows-of.ts';
import { listening, trialServer } from './trial-server.ts';

const app = await testApp();
let ownerId = '';

beforeEach(async () => {
  await resetDatabase(app);
  ownerId = (await signIn(app)).userId;
});

const keep = async () => {
  const content = Readable.from([Buffer.from('some text')]);
  return app.files.create(content, { ownerId, name: 'a.txt' });
};
const isGone = (id: string) =>
  expect(app.files.open(id)).rejects.toMatchObject({ statusCode: 503 });

test('when people leave, their files go with them', async () => {
  const { id } = await keep();
  await app.users.delete(ownerId);
  expect(await app.files.find(id)).toBeNull();
  await eventually(async () => expect(await rowsOf(app)).toEqual([]));
  await isGone(id);
});

test('what a crash left behind is gone after the next start', async () => {
  const [deleted, stuck, ready] = [await keep(), await keep(), await keep()];
  const set = (what: string, id: string) =>
    app.database.query(`update files set ${what} where id = $1`, [id]);
  await set(`state = 'deleted'`, deleted.id);
  await set(`state = 'uploading', created_at = now() - interval '1 day'`, stuck.id);
  const young = await keep();
  await set(`state = 'uploading'`, young.id);

  const server = await trialServer();
  await listening(server);
  await eventually(async () => expect(await rowsOf(app)).toHaveLength(2));
  await server.close();
  expect((await rowsOf(app)).map(({ id }) => id)).toEqual(
    expect.arrayContaining([ready.id, young.id]),
  );
  await isGone(deleted.id);
  await isGone(stuck.id);
});

test('more than one batch is swept', async () => {
  await app.database.query(
    `insert into files (id, name, type, size, visibility, state, created_at, updated_at)
     select gen_random_uuid(), 'a', 'text/plain', 1, 'private', 'deleted', now(), now()
     from generate_series(1, 150)`,
  );
  const server = await trialServer();
  await listening(server);
  await eventually(async () => expect(await rowsOf(app)).toEqual([]), 15_000);
  await server.close();
});

test('an upload whose owner leaves meanwhile ends as none', async () => {
  async function* leaving() {
    yield Buffer.alloc(5_000, 'a');
    await eventually(async () => expect(await rowsOf(app)).toHaveLength(1));
    await app.users.delete(ownerId);
    yield Buffer.alloc(5_000, 'a');
  }
  const upload = app.files.create(Readable.from(leaving()), { ownerId, name: 'a.txt' });
  await expect(upload).rejects.toMatchObject({ code: 'file-gone' });
  await eventually(async () => expect(await rowsOf(app)).toEqual([]));
});

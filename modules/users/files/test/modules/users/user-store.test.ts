import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { testApp } from '../../helpers/test-app.ts';

const app = await testApp();
beforeEach(() => resetDatabase(app));

const jane = { email: 'Jane@Example.com', name: 'Jane' };

test('a new user is a member whose address is kept in lower case', async () => {
  expect(await app.users.create(jane)).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
    email: 'jane@example.com',
    name: 'Jane',
    role: 'member',
    createdAt: expect.any(Date),
    updatedAt: expect.any(Date),
  });
});

test('users are found by id, and by address in any case', async () => {
  const user = await app.users.create(jane);
  expect(await app.users.findById(user.id)).toEqual(user);
  expect(await app.users.findByEmail('JANE@example.COM')).toEqual(user);
  expect(await app.users.findByEmail('john@example.com')).toBeNull();
});

test('an address belongs to one user, whatever its case and however many ask at once', async () => {
  const attempts = ['jane@example.com', 'JANE@example.com', 'Jane@Example.com'].map((email) =>
    app.users.create({ ...jane, email }),
  );
  const results = await Promise.allSettled(attempts);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(results).toContainEqual({
    status: 'rejected',
    reason: expect.objectContaining({ statusCode: 409, code: 'email-taken' }),
  });
});

test('a user who is created in a transaction that fails does not exist', async () => {
  const failing = app.db.transaction(async (tx) => {
    await app.users.create(jane, tx);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await app.users.findByEmail(jane.email)).toBeNull();
});

test('a change shows, and only in what was changed', async () => {
  const user = await app.users.create({ ...jane, role: 'admin' });
  const changed = await app.users.update(user.id, { name: 'Jane Doe' });
  expect(changed).toMatchObject({ id: user.id, name: 'Jane Doe', role: 'admin' });
  expect(changed?.updatedAt.getTime()).toBeGreaterThanOrEqual(user.updatedAt.getTime());
  const nobody = '019370c8-0000-7000-8000-000000000000';
  expect(await app.users.update(nobody, { name: 'Nobody' })).toBeNull();
});

test('changes and deletions are told to those who asked', async () => {
  const user = await app.users.create(jane);
  const listener = vi.fn();
  app.users.onChange(listener);
  await app.users.update(user.id, { name: 'Jane Doe' });
  await app.users.delete(user.id);
  expect(listener.mock.calls).toEqual([[user.id], [user.id]]);
  expect(await app.users.findById(user.id)).toBeNull();
});

test('a check that throws keeps the user', async () => {
  const user = await app.users.create(jane);
  const listener = vi.fn();
  app.users.onChange(listener);
  const check = vi.fn(async (id: string) => {
    if (id === user.id) throw new Error('needed');
  });
  app.users.beforeDelete(check);
  await expect(app.users.delete(user.id)).rejects.toThrow('needed');
  expect(await app.users.findById(user.id)).not.toBeNull();
  expect(listener).not.toHaveBeenCalled();
});

describe('of all admins one stays', () => {
  const newAdmin = (name: string) =>
    app.users.create({ email: `${name}@example.com`, name, role: 'admin' });
  const lastAdmin = expect.objectContaining({ statusCode: 409, code: 'last-admin' });

  test.each([
    ['deleted', (id: string) => app.users.delete(id)],
    ['made a member', (id: string) => app.users.update(id, { role: 'member' })],
  ])('the only one cannot be %s, and one of two can', async (_what, remove) => {
    const admin = await newAdmin('ann');
    await expect(remove(admin.id.toUpperCase())).rejects.toEqual(lastAdmin);
    const second = await newAdmin('ben');
    await remove(admin.id);
    await expect(remove(second.id)).rejects.toEqual(lastAdmin);
    expect(await app.users.findById(second.id)).toMatchObject({ role: 'admin' });
  });

  test('also when all are removed at once', async () => {
    const admins = await Promise.all(['ann', 'ben', 'cat', 'dan'].map(newAdmin));
    const results = await Promise.allSettled(
      admins.map(({ id }, n) =>
        n % 2 ? app.users.delete(id) : app.users.update(id, { role: 'member' }),
      ),
    );
    const refused = results.filter(({ status }) => status === 'rejected');
    expect(refused).toEqual([{ status: 'rejected', reason: lastAdmin }]);
  });

  test('they are found without a look at everybody', async () => {
    const plan: unknown = await app.db.transaction(async (tx) => {
      await tx.execute(sql`insert into users (id, email, name, created_at, updated_at)
        select gen_random_uuid(), n || '@example.com', 'Jane', now(), now()
        from generate_series(1, 1000) as n`);
      await tx.execute(sql`analyze users`);
      return tx.execute(sql`explain select id from users where role = 'admin' order by id`);
    });
    expect(JSON.stringify((plan as { rows: unknown[] }).rows)).toContain('users_admins');
  });

  test('a member goes without a lock on the admins', async () => {
    await newAdmin('ann');
    const member = await app.users.create(jane);
    await app.users.delete(member.id);
    const admins: unknown = await app.db.execute(sql`select xmax::text as locked_by from users`);
    expect((admins as { rows: unknown[] }).rows).toEqual([{ locked_by: '0' }]);
  });

  test('members come and go whether or not there is an admin', async () => {
    const member = await app.users.create(jane);
    await app.users.update(member.id, { role: 'member' });
    await app.users.delete(member.id);
    expect(await app.users.findById(member.id)).toBeNull();
  });
});

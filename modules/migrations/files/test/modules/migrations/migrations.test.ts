import { execFile } from 'node:child_process';
import { appendFile, cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import migrations from '../../../src/modules/migrations/index.ts';
import { migrationStatus } from '../../../src/modules/migrations/migration-status.ts';
import { newMigration } from '../../../src/modules/migrations/new-migration.ts';
import { printStatus } from '../../../src/modules/migrations/print-status.ts';
import { testApp } from '../../helpers/test-app.ts';

const run = promisify(execFile);
// Nobody connects to it; the embedded database takes its time to start.
const unreachable = 'postgres://nobody@127.0.0.1:1/none';
const app = await testApp();
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'migrations-'));
  await cp('migrations', folder, { recursive: true });
});

const states = async () =>
  new Set((await migrationStatus(app.db, folder)).map(({ state }) => state));

/** As the server does when it starts. */
async function start() {
  const config = () => ({ MIGRATE_ON_START: true, MIGRATIONS_DIR: folder });
  await migrations(Object.assign(Object.create(app), { config }), { env: {} });
}

async function printed(MIGRATIONS_DIR: string) {
  const lines: string[] = [];
  const server = Object.assign(Object.create(app), { config: () => ({ MIGRATIONS_DIR }) });
  await printStatus(server, (line: string) => lines.push(line));
  return lines;
}

describe('the life of a migration', () => {
  test('those of the server are applied at its start', async () => {
    expect([...(await states())].filter((state) => state !== 'applied')).toEqual([]);
  });

  test('a new one gets the next number, is pending, and is applied once', async () => {
    const path = await newMigration(folder, 'Add phone numbers!', Date.now());
    expect(path).toMatch(/\d{4}_add_phone_numbers\.sql$/);
    await appendFile(path, 'create table phones (number text not null);\n');
    expect((await migrationStatus(app.db, folder)).at(-1)?.state).toBe('pending');

    await app.database.migrate(folder);
    await app.database.migrate(folder);
    expect((await migrationStatus(app.db, folder)).at(-1)?.state).toBe('applied');
    await app.db.execute(sql`select number from phones`);

    await appendFile(path, '-- an afterthought\n');
    expect((await migrationStatus(app.db, folder)).at(-1)?.state).toBe('edited');
    expect((await printed(folder)).at(-1)).toMatch(/^An applied migration must not be edited/);
    await forget('phones');
  });

  test('one that came after a later one was applied stops the start', async () => {
    const late = await newMigration(folder, 'late', Date.now());
    await writeFile(late, 'create table late (id int);\n');
    const journal = join(folder, 'meta/_journal.json');
    const whole = JSON.parse(await readFile(journal, 'utf8'));
    const [entry] = whole.entries.splice(-1);
    await writeFile(journal, JSON.stringify(whole));
    const phones = await newMigration(folder, 'phones', entry.when + 1000);
    await writeFile(phones, 'create table phones (number text not null);\n');
    await app.database.migrate(folder);

    const merged = JSON.parse(await readFile(journal, 'utf8'));
    merged.entries.splice(-1, 0, entry);
    await writeFile(journal, JSON.stringify(merged));
    expect((await migrationStatus(app.db, folder)).at(-2)?.state).toBe('skipped');
    await expect(start()).rejects.toThrow(
      /^The migration \d{4}_late is older than one that was applied/,
    );

    merged.entries.push({ ...merged.entries.splice(-2, 1)[0], when: entry.when + 2000 });
    await writeFile(journal, JSON.stringify(merged));
    await start();
    expect(await states()).toEqual(new Set(['applied']));
    await forget('late');
    await forget('phones');
  });

  test('one that fails leaves nothing behind', async () => {
    const path = await newMigration(folder, 'half', Date.now());
    const breakpoint = '--> statement-breakpoint';
    await writeFile(path, `create table half (id int);\n${breakpoint}\nselect nonsense;\n`);
    await expect(app.database.migrate(folder)).rejects.toThrow();
    expect(await app.db.execute(sql`select to_regclass('half') as half`)).toMatchObject({
      rows: [{ half: null }],
    });
    expect((await migrationStatus(app.db, folder)).at(-1)?.state).toBe('pending');
  });

  async function forget(table: string) {
    await app.db.execute(sql`drop table ${sql.identifier(table)}`);
    await app.db.execute(sql`delete from drizzle.__drizzle_migrations
      where id = (select max(id) from drizzle.__drizzle_migrations)`);
  }
});

test('migrations are listed in the order of their moments', async () => {
  const { entries } = JSON.parse(await readFile('migrations/meta/_journal.json', 'utf8'));
  const moments: number[] = entries.map(({ when }: { when: number }) => when);
  expect(moments).toEqual([...new Set(moments)].sort((a, b) => a - b));
});

describe('newMigration', () => {
  test('comes after the last one, even when the clock is behind', async () => {
    await newMigration(folder, 'one', Date.now());
    await newMigration(folder, 'two', 0);
    const { entries } = JSON.parse(await readFile(join(folder, 'meta/_journal.json'), 'utf8'));
    const [one, two] = entries.slice(-2);
    expect(two.idx).toBe(one.idx + 1);
    expect(two.when).toBeGreaterThan(one.when);
  });

  test('numbers the first one 0000', async () => {
    const journal = { version: '7', dialect: 'postgresql', entries: [] };
    await writeFile(join(folder, 'meta/_journal.json'), JSON.stringify(journal));
    expect(await newMigration(folder, 'first', 0)).toMatch(/0000_first\.sql$/);
  });

  test('wants to know what the migration is for', async () => {
    await expect(newMigration(folder, ' !', 0)).rejects.toThrow('Say what the migration does');
  });
});

describe('commands', () => {
  test('migrate:status prints a line per migration', async () => {
    const lines = await printed('migrations');
    expect(lines.filter((line) => !line.startsWith('applied'))).toEqual([]);
  });

  test('migrate:new writes a file', async () => {
    const env = { ...process.env, MIGRATIONS_DIR: folder };
    const { stdout } = await run('node', ['src/commands/migrate-new.ts', 'add', 'notes'], { env });
    expect(await readFile(stdout.trim(), 'utf8')).toBe('-- add notes\n');
  });

  test('migrate applies what is pending, on its own database', async () => {
    const env = { ...process.env, DATABASE_URL: '', PGLITE_DIR: 'memory://' };
    const { stdout } = await run('node', ['src/commands/migrate.ts'], { env });
    expect(stdout).not.toContain('pending');
  }, 60_000);

  test('they need neither the secrets of the server nor its folder', async () => {
    const secrets = Object.keys(process.env).filter((name) => name.endsWith('_SECRET'));
    const none = Object.fromEntries(secrets.map((name) => [name, '']));
    const env = { ...process.env, ...none, DATABASE_URL: '', PGLITE_DIR: 'memory://' };
    const command = resolve('src/commands/migrate-status.ts');
    const { stdout, stderr } = await run('node', [command], { env, cwd: tmpdir() });
    expect(stdout).not.toContain('applied');
    expect(stderr).toBe('');
  }, 60_000);

  test('a missing folder is named in one sentence', async () => {
    const env = { ...process.env, MIGRATIONS_DIR: '/nowhere', DATABASE_URL: unreachable };
    const failing = run('node', ['src/commands/migrate.ts'], { env });
    await expect(failing).rejects.toMatchObject({
      code: 1,
      stderr: 'The environment variable MIGRATIONS_DIR names no folder of migrations: /nowhere.\n',
    });
  }, 60_000);
});

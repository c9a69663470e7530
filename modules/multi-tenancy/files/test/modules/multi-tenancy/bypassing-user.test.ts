import pg from 'pg';
import { expect, test } from 'vitest';
import { startTestApp } from '../../helpers/test-app.ts';

const { DATABASE_URL } = process.env;
const name = `bypassing_${process.pid}`;

test.runIf(DATABASE_URL)('a user with BYPASSRLS is refused, with what to do', async () => {
  const admin = new pg.Client({ connectionString: DATABASE_URL });
  await admin.connect();
  try {
    await admin.query(`create role ${name} login bypassrls createrole password 'test'`);
    await admin.query(`create database ${name} owner ${name}`);
    const url = Object.assign(new URL(DATABASE_URL ?? ''), {
      username: name,
      password: 'test',
      pathname: name,
    });
    await expect(startTestApp({ DATABASE_URL: url.href })).rejects.toMatchObject({
      name: 'ConfigError',
      message: expect.stringContaining('alter it to NOBYPASSRLS'),
    });
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.query(`drop role if exists ${name}`);
    await admin.end();
  }
});

import Fastify from 'fastify';
import Type from 'typebox';
import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../../src/modules/base/config-error.ts';
import { readConfig } from '../../../src/modules/base/read-config.ts';
import { readServerConfig } from '../../../src/modules/base/server-config.ts';
import { serverOptions } from '../../../src/modules/base/server-options.ts';

const Schema = Type.Object({
  COUNT: Type.Integer({ default: 3, minimum: 1 }),
  FLAG: Type.Boolean({ default: false }),
  KEY: Type.Optional(Type.String({ minLength: 8 })),
  CODE: Type.Optional(Type.String({ pattern: '^[A-Z]+$', description: 'capital letters' })),
  SIGN: Type.Optional(Type.String({ pattern: '^.$' })),
});

describe('environment variables', () => {
  test.each([
    ['defaults', {}, { COUNT: 3, FLAG: false }],
    ['empty means unset', { COUNT: '', KEY: '' }, { COUNT: 3, FLAG: false }],
    ['text is converted', { COUNT: '7', FLAG: 'true' }, { COUNT: 7, FLAG: true }],
    ['others are ignored', { HOME: '/root' }, { COUNT: 3, FLAG: false }],
  ])('%s', (_name, env, values) => {
    expect(readConfig(Schema, env)).toEqual(values);
  });

  test.each([
    [{ COUNT: 'many' }, 'The environment variable COUNT must be integer.'],
    [{ COUNT: '0' }, 'The environment variable COUNT must be >= 1.'],
    [{ CODE: 'a1' }, 'The environment variable CODE must be capital letters.'],
    [{ SIGN: 'ab' }, 'The environment variable SIGN must be of another form.'],
    [{ FLAG: 'perhaps' }, 'The environment variable FLAG must be boolean.'],
    [{ KEY: 'hunter2' }, /^The environment variable KEY must not have fewer than 8 characters\.$/],
  ])('%o is refused in one sentence', (env, sentence) => {
    expect(() => readConfig(Schema, env)).toThrow(sentence);
    expect(() => readConfig(Schema, env)).toThrow(ConfigError);
  });

  test('one that must be set is named when it is missing', () => {
    const Required = Type.Object({ TOKEN: Type.String() });
    expect(() => readConfig(Required, {})).toThrow('The environment variable TOKEN is missing.');
  });

  test('some must be set only in production', () => {
    const read = (env: NodeJS.ProcessEnv) =>
      readConfig(Schema, env, { requiredInProduction: ['KEY'] });
    expect(read({})).toEqual({ COUNT: 3, FLAG: false });
    expect(() => read({ NODE_ENV: 'production' })).toThrow(
      'The environment variable KEY is missing.',
    );
    expect(read({ NODE_ENV: 'production', KEY: '12345678' })).toHaveProperty('KEY');
  });
});

describe('the configuration of the server', () => {
  test.each([
    ['false', false],
    ['10.0.0.0/8', ['10.0.0.0/8']],
    ['loopback, uniquelocal', ['loopback', 'uniquelocal']],
    ['::1,192.0.2.7,fd00::/8', ['::1', '192.0.2.7', 'fd00::/8']],
  ])('TRUST_PROXY may be %s', async (TRUST_PROXY, trusted) => {
    const { trustProxy } = serverOptions({ TRUST_PROXY });
    expect(trustProxy).toEqual(trusted);
    await Fastify({ trustProxy }).close();
  });

  test.each([
    'true',
    'yes',
    '1',
    'abc',
    '10.0.0.0/33',
    '10.0.0.0/0',
    '10.0.0.0/8/8',
    '::1,',
    'proxy.example.com',
    `${'loopback'.repeat(10_000)}!`,
  ])('TRUST_PROXY may not be %.20s', (TRUST_PROXY) => {
    expect(() => serverOptions({ TRUST_PROXY })).toThrow(
      /^The environment variable TRUST_PROXY must be false or a comma-separated list of IP .*\.$/,
    );
  });

  test('NODE_ENV is no free choice', () => {
    expect(() => readServerConfig({ NODE_ENV: 'prod' })).toThrow(
      'The environment variable NODE_ENV must be one of production, development, test.',
    );
  });

  test('a choice names its values', () => {
    const env = Object.fromEntries([['LOG_LEVEL', 'loud']]);
    expect(() => readServerConfig(env)).toThrow(
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.',
    );
  });
});

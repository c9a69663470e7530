import Type from 'typebox';
import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../../src/modules/base/config-error.ts';
import { readConfig } from '../../../src/modules/base/read-config.ts';
import { readServerConfig } from '../../../src/modules/base/server-config.ts';

const Schema = Type.Object({
  COUNT: Type.Integer({ default: 3, minimum: 1 }),
  FLAG: Type.Boolean({ default: false }),
  KEY: Type.Optional(Type.String({ minLength: 8 })),
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
  test.each(['false', '10.0.0.0/8', 'loopback,uniquelocal', '::1,192.0.2.7'])(
    'TRUST_PROXY may be %s',
    (TRUST_PROXY) => {
      expect(readServerConfig({ TRUST_PROXY })).toMatchObject({ TRUST_PROXY });
    },
  );

  test.each(['true', 'yes', 'proxy.example.com'])('TRUST_PROXY may not be %s', (TRUST_PROXY) => {
    expect(() => readServerConfig({ TRUST_PROXY })).toThrow('TRUST_PROXY');
  });

  test('a choice names its values', () => {
    const env = Object.fromEntries([['LOG_LEVEL', 'loud']]);
    expect(() => readServerConfig(env)).toThrow(
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.',
    );
  });
});

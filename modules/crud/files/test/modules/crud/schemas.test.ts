import Type, { type TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { expect, it } from 'vitest';
import {
  anyNumber,
  calendarDate,
  currencyCode,
  emailAddress,
  exactDecimal,
  moneyAmount,
  nullable,
  ref,
  signedMoneyAmount,
  text,
  timestamp,
  uuidText,
  webAddress,
  wholeNumber,
  withDefault,
  within,
} from '../../../src/modules/crud/schemas.ts';

const cases: [string, TSchema, valid: unknown[], invalid: unknown[]][] = [
  [
    'uuidText',
    uuidText,
    ['01999999-0000-7000-8000-00000000000A'],
    ['1', `urn:uuid:${'0'.repeat(8)}`],
  ],
  [
    'timestamp',
    timestamp,
    ['2026-03-01T10:00:00Z', '2026-03-01T10:00:00.5-09:30', '2999-12-31T23:59:00Z'],
    [
      '0000-01-01T00:00:00Z',
      'tomorrow',
      '2026-03-01T10:00:00+23:59',
      '2026-03-01T10:00:00Z[u-ca=x]',
      '1000-01-01T00:00:00+05:30',
      '2999-12-31T23:59:00-05:30',
    ],
  ],
  ['calendarDate', calendarDate, ['2024-02-29'], ['2026-02-30', '0001-01-01']],
  ['emailAddress', emailAddress, ['a@example.com'], ['nobody']],
  [
    'webAddress',
    webAddress,
    ['https://example.com/a'],
    ['javascript:alert(1)', 'ftp://example.com'],
  ],
  ['wholeNumber', wholeNumber, [-2_147_483_648, 0], [2_147_483_648, 1.5, '1']],
  ['anyNumber', anyNumber, [1.5, -1], [1e301, '1']],
  ['exactDecimal', exactDecimal, ['-1.25', '10'], ['1,25', '1e3', '1.1234567', 1]],
  ['moneyAmount', moneyAmount, [0, 1999], [-1, 19.99]],
  ['signedMoneyAmount', signedMoneyAmount, [-1999], [0.5]],
  ['currencyCode', currencyCode, ['EUR'], ['euro', 'eur']],
  ['text(1, 3)', text(1, 3), ['abc', 'ü'], ['', 'abcd', 'a\u0000']],
  ['a stock', within(wholeNumber, { minimum: 0 }), [0, 7], [-1, 0.5]],
  ['a rating', nullable(within(wholeNumber, { minimum: 1, maximum: 5 })), [1, 5, null], [0, 6]],
  ['nullable text', nullable(text(1, 3)), [null, 'abc'], ['', 1]],
  ['nullable enum', nullable(Type.Enum(['a', 'b'])), [null, 'a'], ['c']],
];

it.each(cases)('%s takes what can be stored and nothing else', (_, schema, valid, invalid) => {
  expect(valid.map((value) => Value.Check(schema, value))).toEqual(valid.map(() => true));
  expect(invalid.map((value) => Value.Check(schema, value))).toEqual(invalid.map(() => false));
});

it('a default makes a field optional and says its value', () => {
  const Body = Type.Object({ stock: withDefault(wholeNumber, 7) });
  expect(Value.Check(Body, {})).toBe(true);
  expect(Body.properties.stock).toMatchObject({ default: 7, type: 'integer' });
});

it('a reference names the schema by its id', () => {
  expect(ref(Type.Object({}, { $id: 'Product' }))).toEqual({ $ref: 'Product#' });
});

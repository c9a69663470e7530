import Type from 'typebox';
import { expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from '../../../src/modules/crud/cursor.ts';

const id = '01999999-0000-7000-8000-000000000001';
const encode = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64url');

it.each([['text with ünicode'], [42], [-0.5]])(
  'a cursor comes back as it went out: %s',
  (value) => {
    const schema = typeof value === 'string' ? Type.String() : Type.Number();
    expect(decodeCursor(encodeCursor('name', { value, id }), 'name', schema)).toEqual({
      value,
      id,
    });
  },
);

it.each([
  ['no base64url of JSON', '%%%'],
  ['no array', encode({ sort: 'name' })],
  ['too short', encode(['name', 'a'])],
  ['of another order', encode(['-name', 'a', id])],
  ['a value of the wrong type', encode(['name', 1, id])],
  ['an id that is none', encode(['name', 'a', "' or 1=1 --"])],
])('a cursor is refused: %s', (_, cursor) => {
  expect(decodeCursor(cursor, 'name', Type.String())).toBeUndefined();
});

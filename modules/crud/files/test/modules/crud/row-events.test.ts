import Type from 'typebox';
import { beforeEach, expect, it, vi } from 'vitest';
import type { RoomRule } from '../../../src/contracts/realtime.ts';
import { rowEvents } from '../../../src/modules/crud/row-events.ts';
import { uuidText } from '../../../src/modules/crud/schemas.ts';
import { testApp } from '../../helpers/test-app.ts';

interface Row {
  id: string;
  potId: string;
  bedId: string | null;
}
const rules: Record<string, RoomRule<{ id: string }>['mayJoin']> = {};
const publish = vi.fn();
const app = Object.create(await testApp(), {
  realtime: {
    value: {
      publish,
      room: (pattern: string, { mayJoin }: RoomRule<{ id: string }>) => {
        rules[pattern] = mayJoin;
      },
    },
  },
});
const mine = '01970000-0000-7000-8000-000000000001';
const events = rowEvents(app, {
  name: 'plant',
  path: 'plants',
  schema: Type.Object({ id: uuidText, potId: Type.String() }),
  find: (id, caller) => caller && Promise.resolve(id === mine ? { id } : undefined),
  heardIn: ({ potId, bedId }: Row) => [`pots/${potId}`, bedId && `beds/${bedId}`],
});
const row = { id: mine, potId: 'p', bedId: null, secret: 'of the table only' };
const own = `plants/${mine}`;

beforeEach(() => {
  publish.mockReset();
});

it.each([
  ['created', ['pots/p'], { id: mine, potId: 'p' }],
  ['updated', [own, 'pots/p'], { id: mine, potId: 'p' }],
  ['deleted', [own, 'pots/p'], { id: mine }],
] as const)('tells what was %s, in the words of the API', (what, rooms, data) => {
  events[what](row);
  const name = `plant-${what}`;
  expect(publish.mock.calls).toEqual(rooms.map((room) => [room, { name, data }]));
});

it('tells each room once, and none of what the row does not refer to', () => {
  const twice = rowEvents(app, {
    ...{ name: 'match', path: 'matches', schema: Type.Object({}), find: () => null },
    heardIn: () => ['teams/1', 'teams/1', null],
  });
  twice.created({ id: mine });
  expect(publish.mock.calls.map(([room]) => room)).toEqual(['teams/1']);
});

it('sends the id alone where the row is too large for an event', () => {
  publish.mockImplementationOnce(() => {
    throw new RangeError('too large');
  });
  events.created(row);
  expect(publish).toHaveBeenLastCalledWith('pots/p', { name: 'plant-created', data: { id: mine } });
});

it('fails nothing where nothing can be sent', () => {
  publish.mockImplementation(() => {
    throw new Error('no');
  });
  expect(() => events.updated(row)).not.toThrow();
  expect(() => events.deleted(row)).not.toThrow();
});

it.each([
  ['to those who may read the row', mine, { userId: 'ann', role: 'member' }, true],
  ['to nobody else', mine, null, false],
  ['for rows only', mine.replace('1', '2'), { userId: 'ann', role: 'member' }, false],
  ['for ids only', 'none', { userId: 'ann', role: 'member' }, false],
] as const)('opens rooms %s', async (_, id, caller, expected) => {
  expect(await rules['plants/:id']?.(caller, { id })).toBe(expected);
});

import { describe, expect, test } from 'vitest';
import { recurrenceOf } from '../../../src/modules/scheduler/recurrence.ts';

const berlin = (cron: string) => recurrenceOf('test', { cron, timeZone: 'Europe/Berlin' });

function occurrences(cron: string, from: string, count: number) {
  const { nextAfter } = berlin(cron);
  let moment = new Date(from);
  return Array.from({ length: count }, () => {
    moment = nextAfter(moment);
    return moment.toISOString().slice(5, 16);
  });
}

describe('a recurrence', () => {
  test('is in UTC unless told', () => {
    const { nextAfter, lastUpTo } = recurrenceOf('test', { cron: '0 3 * * *' });
    const noon = new Date('2026-06-01T12:00:00Z');
    expect(nextAfter(noon).toISOString()).toBe('2026-06-02T03:00:00.000Z');
    expect(lastUpTo(noon).toISOString()).toBe('2026-06-01T03:00:00.000Z');
  });

  test('counts the moment itself as its last, not as its next', () => {
    const { nextAfter, lastUpTo } = recurrenceOf('test', { cron: '0 3 * * *' });
    const three = new Date('2026-06-01T03:00:00Z');
    expect(lastUpTo(three)).toEqual(three);
    expect(nextAfter(three).toISOString()).toBe('2026-06-02T03:00:00.000Z');
    expect(lastUpTo(new Date(three.getTime() - 1)).toISOString()).toBe('2026-05-31T03:00:00.000Z');
  });

  test('keeps its hour on the wall when clocks change', () => {
    expect(occurrences('0 3 * * *', '2026-03-27T12:00:00Z', 3)).toEqual([
      '03-28T02:00',
      '03-29T01:00',
      '03-30T01:00',
    ]);
  });

  test('happens once on the day on which its hour does not exist', () => {
    expect(occurrences('30 2 * * *', '2026-03-28T12:00:00Z', 2)).toEqual([
      '03-29T01:30',
      '03-30T00:30',
    ]);
  });

  test('happens once on the day on which its hour comes twice', () => {
    const days = occurrences('30 2 * * *', '2026-10-24T12:00:00Z', 3);
    expect(days.map((day) => day.slice(0, 5))).toEqual(['10-25', '10-26', '10-27']);
  });

  test.each([
    ['30 2 * * *', '2026-10-24T20:00:00Z'],
    ['30 2 * * *', '2026-03-28T20:00:00Z'],
    ['15 */2 * * *', '2026-03-28T22:00:00Z'],
    ['*/30 * * * *', '2026-10-24T22:00:00Z'],
  ])('of %s looks the same backward and forward from %s', (cron, from) => {
    const { lastUpTo, nextAfter } = berlin(cron);
    const start = Date.parse(from);
    const ends = start + 36 * 3_600_000;
    const forward = new Set<number>();
    for (let at = nextAfter(lastUpTo(new Date(start))); at.getTime() <= ends; at = nextAfter(at))
      forward.add(at.getTime());
    const backward = new Set<number>();
    for (let at = start; at <= ends; at += 300_000) backward.add(lastUpTo(new Date(at)).getTime());
    backward.delete(lastUpTo(new Date(start)).getTime());
    expect(backward).toEqual(forward);
  });

  test('of every hour happens in each of them, whatever the clock shows', () => {
    expect(occurrences('0 * * * *', '2026-10-24T23:30:00Z', 4)).toEqual([
      '10-25T00:00',
      '10-25T01:00',
      '10-25T02:00',
      '10-25T03:00',
    ]);
  });
});

test.each([
  [{ cron: 'sometimes' }, 'The schedule test needs five fields: “sometimes” is no cron'],
  [{ cron: '' }, 'The schedule test needs five fields'],
  [{ cron: '0 0 3 * * *' }, 'The schedule test needs five fields'],
  [{ cron: '0 25 * * *' }, 'The schedule test cannot be read: “0 25 * * *” is no cron'],
  [{ cron: '0 0 31 2 *' }, 'The schedule test cannot be read'],
  [
    { cron: '0 3 * * *', timeZone: 'Mars/Base' },
    'The schedule test names no time zone: “Mars/Base”',
  ],
])('%o is refused with a sentence', (options, sentence) => {
  const refused = expect.objectContaining({
    name: 'ConfigError',
    message: expect.stringContaining(sentence),
  });
  let error: unknown;
  try {
    recurrenceOf('test', options);
  } catch (caught) {
    error = caught;
  }
  expect(error).toEqual(refused);
});

import { type CronExpression, CronExpressionParser } from 'cron-parser';
import type { ScheduleOptions } from '../../contracts/scheduler.ts';

export interface Recurrence {
  cron: string;
  timeZone: string;
  /** The last occurrence up to a moment, which counts itself. */
  lastUpTo(moment: Date): Date;
  nextAfter(moment: Date): Date;
}

/** When something recurs. Throws one sentence that says what is wrong with the expression. */
export function recurrenceOf(
  name: string,
  { cron, timeZone = 'UTC' }: ScheduleOptions,
): Recurrence {
  const at = (moment: Date | number) =>
    CronExpressionParser.parse(cron, { tz: timeZone, currentDate: new Date(moment) });
  assertTimeZone(name, timeZone);
  assertCron(name, cron, () => at(0).next());
  return {
    cron,
    timeZone,
    lastUpTo: (moment) => lastStep(at, moment),
    nextAfter: (moment) => at(moment).next().toDate(),
  };
}

/**
 * On days on which clocks change, the parser's steps back meet other moments than its steps forward.
 * Only the latter count: some steps back find where to start.
 */
function lastStep(at: (moment: Date | number) => CronExpression, moment: Date): Date {
  const back = at(moment.getTime() + 1);
  for (let i = 0; i < 2; i++) back.prev();
  let last = back.prev().toDate();
  const forward = at(last);
  for (;;) {
    const next = forward.next().toDate();
    if (next > moment) return last;
    last = next;
  }
}

function assertTimeZone(name: string, timeZone: string) {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch (cause) {
    throw mistake(`The schedule ${name} names no time zone: “${timeZone}”.`, cause);
  }
}

function assertCron(name: string, cron: string, parse: () => unknown) {
  const form = `“${cron}” is no cron expression such as “0 3 * * *”`;
  if (cron.trim().split(/\s+/).length !== 5)
    throw mistake(`The schedule ${name} needs five fields: ${form}.`);
  try {
    parse();
  } catch (cause) {
    throw mistake(`The schedule ${name} cannot be read: ${form}.`, cause);
  }
}

const mistake = (message: string, cause?: unknown) =>
  Object.assign(new Error(message, { cause }), { name: 'ConfigError' });

import type { OptionValue } from '../plan/plan.ts';

/** What a condition may depend on: who provides what, and the module's own options. */
export interface Facts {
  providers: ReadonlyMap<string, unknown>;
  options: Record<string, OptionValue>;
}

/**
 * Whether a condition holds: `mailer` when somebody provides it, `!mailer` when nobody does,
 * `storage=s3` when the module's option has this value, `jobs|mailer` when one of them does,
 * `realtime&!tenancy` when all do. None always holds.
 */
export const meetsCondition = (condition: string | undefined, facts: Facts): boolean =>
  condition
    ?.split('|')
    .some((alternative) => alternative.split('&').every((each) => meetsOne(each, facts))) ?? true;

function meetsOne(condition: string, { providers, options }: Facts): boolean {
  const [option = '', value] = condition.split('=');
  if (value !== undefined) return String(options[option]) === value;
  return condition.startsWith('!') ? !providers.has(condition.slice(1)) : providers.has(condition);
}

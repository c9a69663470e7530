import type { OptionValue } from '../plan/plan.ts';

/** What a condition may depend on: who provides what, and the module's own options. */
export interface Facts {
  providers: ReadonlyMap<string, unknown>;
  options: Record<string, OptionValue>;
}

/**
 * Whether a condition holds: `mailer` when somebody provides it, `!mailer` when nobody does,
 * `storage=s3` when the module's option has this value. None always holds.
 */
export function meetsCondition(condition: string | undefined, { providers, options }: Facts) {
  if (condition === undefined) return true;
  const [option = '', value] = condition.split('=');
  if (value !== undefined) return String(options[option]) === value;
  return condition.startsWith('!') ? !providers.has(condition.slice(1)) : providers.has(condition);
}

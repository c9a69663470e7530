/** Whether a condition holds: `mailer` when somebody provides it, `!mailer` when nobody does. */
export const meetsCondition = (condition: string, providers: ReadonlyMap<string, unknown>) =>
  condition.startsWith('!') ? !providers.has(condition.slice(1)) : providers.has(condition);

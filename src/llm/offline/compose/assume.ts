import type { Entity } from '../../../core/plan/entity.ts';
import type { Accounts } from './decide-accounts.ts';
import { type Findings, namesDatabase } from './findings.ts';
import { sentences } from './sentences.ts';
import { tokensBeforeCookies } from './tokens-before-cookies.ts';

/** What was decided without being asked for. */
export function assume(
  findings: Findings,
  entities: readonly Entity[],
  accounts: Accounts,
): string[] {
  const { reading, blueprints } = findings;
  const say = sentences[reading.language];
  const ready = new Set(
    blueprints.flatMap(({ means }) => means.plan.entities.map(({ name }) => name)),
  );
  const own = entities.filter(({ name }) => !ready.has(name));
  const guarded = entities
    .filter(({ owned, read }) => owned || read !== 'public')
    .map(({ name }) => name);
  const usual = own.filter(
    ({ name }) => !findings.entities.some((e) => e.name === name && e.fields.length > 0),
  );
  return [
    say.offline,
    ...blueprints.map(({ means }) =>
      say.model(reading.language === 'ru' ? means.titleRu : means.title),
    ),
    ...(accounts === 'denied'
      ? []
      : blueprints.flatMap(({ means }) =>
          means.plan.assumptions.map((words) => words[reading.language]),
        )),
    ...(entities.length > 0 && !namesDatabase(findings) ? [say.noDatabaseNamed] : []),
    ...(tokensBeforeCookies(findings) ? [say.tokensBeforeCookies] : []),
    ...(guarded.length > 0 && accounts === 'unsaid' ? [say.accountsAdded(guarded)] : []),
    ...(entities.length > 0 && guarded.length === 0 && accounts !== 'asked'
      ? [accounts === 'denied' ? say.openAsAsked : say.open]
      : []),
    ...own.filter(({ owned }) => owned).map(({ name }) => say.belongs(name)),
    ...(usual.length > 0 ? [say.usualFields(usual.map(({ name }) => name))] : []),
  ]
    .map((sentence) => (sentence.length > 300 ? `${sentence.slice(0, 299)}…` : sentence))
    .slice(0, 20);
}

import type { Module } from '../../../core/manifest/module.ts';
import type { Entity } from '../../../core/plan/entity.ts';
import type { PlannedModule } from '../../../core/plan/plan.ts';
import { quote } from '../find/reading.ts';
import { findPhrases, phrase } from '../text/phrases.ts';
import type { Findings } from './findings.ts';
import { type Sentences, sentences } from './sentences.ts';

/** Whether a module does what a label of the glossary means. */
export const answers = (module: Module, label: string): boolean =>
  module.id === label || module.manifest.labels.includes(label);

/** Modules for what was asked for, then for what the entities need. The resolver adds the rest. */
export function chooseModules(
  findings: Findings,
  entities: readonly Entity[],
  accounts: boolean,
): PlannedModule[] {
  const say = sentences[findings.reading.language];
  const chosen = new Map<string, string>();
  const choose = (label: string, reason: string) => {
    const module = best(findings, label);
    if (module && !chosen.has(module.id)) chosen.set(module.id, reason);
  };
  for (const { label, words } of askedFor(findings)) choose(label, say.mentioned(words));
  if (entities.length > 0) {
    choose('crud', say.crud(entities.map(({ name }) => name)));
    if (!hasSlot(findings, chosen, 'database')) choose('db-postgres', say.database);
  }
  if (accounts)
    for (const label of signInLabels(findings, chosen))
      choose(label, reasonOfAccounts(findings, entities, say));
  const refused = ruledOut(findings, accounts);
  return [...chosen]
    .filter(([id]) => !refused.has(id))
    .map(([id, reason]) => ({ id, options: {}, reason: reason.slice(0, 300) }));
}

/** Labels of the glossary and keywords of manifests in the request, with its words. */
function askedFor({ reading, catalogue }: Findings): { label: string; words: string }[] {
  const named = reading.features
    .filter(({ negated, means }) => !negated && !/-any$/.test(means.label))
    .map((mention) => ({ label: mention.means.label, words: quote(reading, mention) }));
  const optional = [...catalogue.modules.values()].filter(({ manifest }) => !manifest.always);
  const phrases = optional.flatMap(({ id, manifest: { keywords } }) =>
    [...keywords.en, ...keywords.ru].map((text) => phrase(text, id)),
  );
  const matched = findPhrases(reading.tokens, phrases, 'stem')
    .filter(({ negated, means }) => !negated && !isSignIn(means))
    .map((mention) => ({ label: mention.means, words: quote(reading, mention) }));
  return [...named, ...matched];
}

/** Whether people sign in is decided from the whole request, not from one keyword. */
const isSignIn = (id: string) => /^(auth-|users$)/.test(id);

const best = ({ catalogue }: Findings, label: string): Module | undefined =>
  [...catalogue.modules.values()]
    .filter((module) => answers(module, label))
    .toSorted(
      (a, b) =>
        Number(b.id === label) - Number(a.id === label) ||
        b.manifest.preference - a.manifest.preference ||
        a.id.localeCompare(b.id),
    )[0];

const hasSlot = ({ catalogue }: Findings, chosen: ReadonlyMap<string, string>, slot: string) =>
  [...chosen.keys()].some((id) => {
    const manifest = catalogue.modules.get(id)?.manifest;
    return manifest?.slot === slot || manifest?.provides[slot] !== undefined;
  });

/** A way to prove who one is, and a way to stay signed in. */
function signInLabels({ catalogue }: Findings, chosen: ReadonlyMap<string, string>): string[] {
  const has = (...labels: string[]) =>
    [...chosen.keys()].some((id) => {
      const module = catalogue.modules.get(id);
      return module !== undefined && labels.some((label) => answers(module, label));
    });
  return [
    ...(has('auth-password', 'auth-oauth', 'auth-magic-link') ? [] : ['auth-password']),
    ...(has('auth-jwt', 'auth-session') ? [] : ['auth-jwt']),
  ];
}

function reasonOfAccounts(
  { reading }: Findings,
  entities: readonly Entity[],
  say: Sentences,
): string {
  const said = reading.features.find(
    ({ means, negated }) => !negated && /^auth-|^rbac/.test(means.label),
  );
  if (said) return say.mentioned(quote(reading, said));
  return say.accounts(
    entities.filter(({ owned, read }) => owned || read !== 'public').map(({ name }) => name),
  );
}

function ruledOut({ reading, catalogue }: Findings, accounts: boolean): Set<string> {
  const wanted = new Set(
    reading.features.filter(({ negated }) => !negated).map(({ means }) => means.label),
  );
  const denied = reading.features
    .filter(({ negated, means }) => negated && !wanted.has(means.label))
    .map(({ means }) => means.label);
  return new Set(
    [...catalogue.modules.values()]
      .filter(
        (module) =>
          denied.some((label) => answers(module, label)) || (!accounts && isSignIn(module.id)),
      )
      .map(({ id }) => id),
  );
}

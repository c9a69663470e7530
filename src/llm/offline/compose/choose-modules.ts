import type { Module } from '../../../core/manifest/module.ts';
import type { Entity } from '../../../core/plan/entity.ts';
import type { PlannedModule } from '../../../core/plan/plan.ts';
import { quote } from '../find/reading.ts';
import { findPhrases, phrase } from '../text/phrases.ts';
import { answers } from './answers.ts';
import { chooseOptions } from './choose-options.ts';
import { type Accounts, asksForAccounts } from './decide-accounts.ts';
import { type Findings, featureMention, namesDatabase } from './findings.ts';
import { isImplied } from './is-implied.ts';
import { sentences } from './sentences.ts';
import { tokensBeforeCookies } from './tokens-before-cookies.ts';

/** Modules that the request decides; what these and the entities need is the resolver's to add. */
export function chooseModules(
  findings: Findings,
  entities: readonly Entity[],
  accounts: Accounts,
): PlannedModule[] {
  const say = sentences[findings.reading.language];
  const chosen = new Map<string, string>();
  const choose = (label: string, reason: string) => {
    const module = best(findings, label);
    if (module && !chosen.has(module.id)) chosen.set(module.id, reason);
  };
  for (const { label, words } of askedFor(findings)) choose(label, say.mentioned(words));
  for (const { id, words } of readyModules(findings, entities)) choose(id, say.mentioned(words));
  if (entities.length > 0) choose('crud', say.crud);
  else if (keepsSomething(findings, chosen.keys())) choose('crud', say.keepsSomething);
  if (
    chosen.has('crud') &&
    !namesDatabase(findings) &&
    !featureMention(findings.reading, 'cache-redis')
  )
    choose('db-postgres', say.database);
  const signIn = accounts === 'asked' && mentionOfAccounts(findings);
  if (signIn)
    for (const label of signInLabels(findings, chosen, entities.length > 0))
      choose(label, say.mentioned(quote(findings.reading, signIn)));
  const refused = ruledOut(findings, accounts);
  return [...chosen]
    .filter(([id]) => !refused.has(id))
    .map(([id, reason]) => ({
      id,
      options: chooseOptions(findings.catalogue.modules.get(id), findings),
      reason: reason.slice(0, 300),
    }));
}

/** Labels of the glossary and keywords of manifests in the request, with its words. */
function askedFor(findings: Findings): { label: string; words: string }[] {
  const { reading, catalogue } = findings;
  const left = tokensBeforeCookies(findings) ? 'auth-session' : undefined;
  // Roles come of who works there; that a chat is live nothing else decides.
  const live = reading.implied.filter(({ means }) => means.label === 'websocket');
  const asked = [...reading.features, ...live].filter(({ negated }) => !negated);
  const labels = new Set(asked.map(({ means }) => means.label));
  const named = asked
    .filter(({ means: { label } }) => !/-any$/.test(label) && label !== left)
    .filter(({ means }) => !isImplied(means.label, labels))
    .map((mention) => ({ label: mention.means.label, words: quote(reading, mention) }));
  const optional = [...catalogue.modules.values()].filter(({ manifest }) => !manifest.always);
  const phrases = optional.flatMap(({ id, manifest: { keywords } }) =>
    [...keywords.en, ...keywords.ru].map((text) => phrase(text, id)),
  );
  const databases = new Set(
    named.map(({ label }) => label).filter((label) => label.startsWith('db-')),
  );
  const otherDatabase = (id: string) =>
    databases.size > 0 && catalogue.modules.get(id)?.manifest.provides.database !== undefined;
  const matched = findPhrases(reading.tokens, phrases, 'stem')
    .filter(({ negated, means }) => !negated && !isSignIn(means) && !otherDatabase(means))
    .map((mention) => ({ label: mention.means, words: quote(reading, mention) }));
  return [...named, ...matched];
}

/** What keeps some of these entities better than tables, and what belongs to it: orders come of carts. */
function readyModules({ blueprints, reading, catalogue }: Findings, entities: readonly Entity[]) {
  const owned = (id: string) => catalogue.modules.get(id)?.manifest.ownsEntities ?? [];
  const keeps = (id: string) =>
    owned(id).some(({ name }) => entities.some((entity) => entity.name === name));
  return blueprints.flatMap((mention) => {
    const ready = mention.means.plan.modules.filter((id) => owned(id).length > 0);
    if (!ready.some(keeps)) return [];
    return ready.map((id) => ({ id, words: quote(reading, mention) }));
  });
}

/** Servers that need not keep records: something passes through them. */
const passing =
  /^(gateway|service-client|websocket|sse|mcp|bot-|cache|job-queue|http-client|metrics|tracing|grpc|trpc|ai-|message-broker|mqtt|serverless|cloudflare|image-|object-|push-|sms|email|webhooks|circuit|static|html|event-sourcing|secrets|load-test|feature-flags|scheduler|url-)/;

/** “a back end for a beekeeper” names a server and nothing that it does: it will keep something. */
const keepsSomething = ({ reading, catalogue }: Findings, chosen: Iterable<string>): boolean =>
  reading.features.every(({ means: { label }, negated }) =>
    negated ? label !== 'database-any' : !passing.test(label),
  ) &&
  [...chosen].every(
    (id) => isSignIn(id) || catalogue.modules.get(id)?.manifest.provides.database !== undefined,
  );

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

/** A way to prove who one is, unless another than a password was named, and to stay signed in. */
function signInLabels(
  { catalogue, reading }: Findings,
  chosen: ReadonlyMap<string, string>,
  keepsRows: boolean,
): string[] {
  const asked = (labels: readonly string[]) =>
    reading.features.some(({ means, negated }) => !negated && labels.includes(means.label));
  const staysSignedIn = [...chosen.keys()].some((id) => {
    const module = catalogue.modules.get(id);
    return module !== undefined && (answers(module, 'auth-jwt') || answers(module, 'auth-session'));
  });
  // A server without rows of its own checks tokens and signs nobody in, unless it is told to.
  const says = reading.features
    .filter(({ means, negated }) => !negated && means.label === 'auth-any')
    .map((mention) => quote(reading, mention));
  const onlyChecks =
    asked(['auth-jwt']) && !keepsRows && !asked(['auth-password']) && !says.some(isSigningIn);
  return [
    ...(asked(['auth-oauth', 'auth-magic-link', 'auth-passkeys', 'sms']) || onlyChecks
      ? []
      : ['auth-password']),
    ...(staysSignedIn || asked(['auth-session']) ? [] : ['auth-jwt']),
  ];
}

const needsAccounts = ({ manifest }: Module) =>
  manifest.requires.some(({ capability }) => capability === 'identity');

const isSigningIn = (words: string) =>
  /log|sign|regist|account|user|вход|войти|регист|логин|аккаунт|пользоват/i.test(words);

const mentionOfAccounts = ({ reading }: Findings) =>
  reading.features.find(({ means, negated }) => !negated && asksForAccounts(means.label));

function ruledOut({ reading, catalogue }: Findings, accounts: Accounts): Set<string> {
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
          denied.some((label) => answers(module, label) && !isOption(module, label)) ||
          (accounts === 'denied' && (isSignIn(module.id) || needsAccounts(module))),
      )
      .map(({ id }) => id),
  );
}

/** “no S3” asks for another option of a module, not for the module to be left out. */
const isOption = ({ manifest }: Module, label: string) =>
  Object.values(manifest.options).some(({ labels = {} }) =>
    Object.values(labels).flat().includes(label),
  );

import { findPhrases, type Mention } from '../text/phrases.ts';
import type { Token } from '../text/token.ts';
import { denialPatterns, featurePatterns } from '../vocabulary/feature-patterns.ts';
import { type Feature, featureLabelled, featurePhrases } from '../vocabulary/features.ts';
import { withoutInner } from './overlaps.ts';

/** What is asked for or ruled out: by words, then by turns of phrase that add something new. */
export function findFeatures(text: string, tokens: readonly Token[]): Mention<Feature>[] {
  const byWords = withoutInner(findPhrases(tokens, featurePhrases, 'stem'));
  const labels = new Set(byWords.map(({ means }) => means.label));
  const byPatterns = featurePatterns
    .filter(([label]) => !labels.has(label))
    .flatMap(([label, pattern]) => mention(text, tokens, label, pattern));
  const denied = denialPatterns.flatMap(([label, pattern]) =>
    mention(text, tokens, label, pattern).map((found) => ({ ...found, negated: true })),
  );
  return [...byWords, ...byPatterns, ...denied];
}

/** What a feature brings with it even where nobody says so. */
const brings: readonly (readonly [label: string, brought: string, unless: RegExp])[] = [
  ['chat', 'websocket', /^(websocket$|sse$|bot-telegram$|ai-)/],
  ['admin-panel', 'rbac', /^rbac$/],
];
const staff =
  /\b(?:admin\w*|manag(?:er|ers)|moderators?|staff|employees?|teachers?|tutors?|instructors?|professors?|lecturers?|doctors?|physicians?|vets?|nurses?|receptionists?|supervisors?|dispatchers?|operators?|couriers?|vendors?|sellers?|merchants?|librarians?|coach(?:es)?|trainers?|editors?|organi[sz]ers?|curators?|researchers?|conductors?|landlords?|hosts?|committee|accountants?|mechanics?|technicians?|agents?|recruiters?|employers?|waiters?|chefs?|drivers?|adjusters?|inspectors?|approvers?|caretakers?|volunteers?)\b|(?<!\p{L})(?:администратор|админ|менеджер|модератор|сотрудник|персонал|учител|преподавател|врач|доктор|медсестр|руководител|диспетчер|оператор|курьер|продавц|продавец|библиотекар|тренер|редактор|организатор|куратор|бухгалтер|мастер|механик|официант|повар|водител|работодател|арендодател|исполнител|инспектор|воспитател|волонт[её]р)/iu;
const everyStaff = new RegExp(staff.source, 'giu');
const served =
  /\b(?:customers?|clients?|buyers?|students?|pupils?|learners?|patients?|guests?|visitors?|participants?|passengers?|tenants?|residents?|applicants?|candidates?|readers?|parents?|members?|borrowers?|shoppers?|donors?|citizens?|subscribers?|owners?|holders?|adopters?|donors?)\b|(?<!\p{L})(?:клиент|покупател|заказчик|студент|ученик|пациент|гост|посетител|участник|пассажир|арендатор|жилец|жильц|жител|соискател|кандидат|читател|родител|абонент|подписчик|владел|граждан|заявител|желающ)/iu;

/** Needed although not named: a chat is live, and where two kinds of people work, rights differ. */
export function findImplied(
  text: string,
  tokens: readonly Token[],
  features: readonly Mention<Feature>[],
): Mention<Feature>[] {
  const has = (label: RegExp) => features.some(({ means }) => label.test(means.label));
  const brought = brings.flatMap(([label, feature, unless]) => {
    const by = features.find(({ means, negated }) => !negated && means.label === label);
    const means = featureLabelled(feature);
    return by && means && !has(unless) ? [{ ...by, means }] : [];
  });
  const open = features.some(({ means, negated }) => negated && means.label === 'auth-any');
  const roles =
    !open && !has(/^(rbac|admin-panel)$/) && (served.test(text) || severalKinds(text))
      ? mention(text, tokens, 'rbac', staff)
      : [];
  return [...brought, ...roles];
}

/** “the manager approves what employees enter”: by their first letters, so that forms are one. */
const severalKinds = (text: string): boolean =>
  new Set(Array.from(text.matchAll(everyStaff), ([word]) => word.toLowerCase().slice(0, 5))).size >
  1;

function mention(
  text: string,
  tokens: readonly Token[],
  label: string,
  pattern: RegExp,
): Mention<Feature>[] {
  const match = pattern.exec(text);
  const means = featureLabelled(label);
  if (!match || !means) return [];
  const to = match.index + match[0].length;
  const inside = [...tokens.entries()].filter(
    ([, token]) => token.end > match.index && token.start < to,
  );
  const [start, last] = [inside[0], inside.at(-1)];
  if (!start || !last) return [];
  return [{ start: start[0], end: last[0] + 1, negated: start[1].negated, means }];
}

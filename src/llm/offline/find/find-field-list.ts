import pluralize from 'pluralize';
import type { Field } from '../../../core/plan/entity.ts';
import { findPhrases } from '../text/phrases.ts';
import { featurePhrases } from '../vocabulary/features.ts';
import type { Noun } from '../vocabulary/noun.ts';
import { nounPhrases } from '../vocabulary/nouns.ts';
import { findList, type ListItem } from './find-list.ts';
import { isMeasure } from './measures.ts';
import { type ReadField, readField } from './read-field.ts';
import type { Reading } from './reading.ts';

const openers = new Set(
  'with having has have contains contain containing including include с со имеет имеют содержит'.split(
    ' ',
  ),
);

/** “each task belongs to a project and has title”: the list hangs on a later verb of its subject. */
export function findLaterFieldList(reading: Reading, after: number): FieldList | undefined {
  const { tokens } = reading;
  const sentence = tokens[after - 1]?.sentence;
  for (let at = after + 1; tokens[at]?.sentence === sentence; at += 1)
    if (linkers.has(tokens[at - 1]?.lower ?? '') && verbs.has(tokens[at]?.lower ?? ''))
      return findFieldList(reading, at);
  return;
}

const linkers = new Set(['and', 'that', 'which', 'и', 'который', 'которая', 'которое']);
const verbs = new Set(['has', 'have', 'contains', 'имеет', 'содержит']);

export interface FieldList {
  fields: Field[];
  /** Nouns in the place of fields: “posts with comments”. */
  children: Noun[];
  /** At least one member is a word that is known to be a field. */
  sure: boolean;
  /** Offset in the text up to which words are fields and not entities. */
  end: number;
}

/** The enumeration that describes the noun which ends at token number `after`. */
export function findFieldList({ text, tokens }: Reading, after: number): FieldList | undefined {
  const last = tokens[after - 1];
  const next = tokens[after];
  if (!last || !next) return;
  const opener = text.slice(last.end).match(/^\s*([(:])/)?.[1];
  if (opener) {
    const from = last.end + text.slice(last.end).indexOf(opener) + 1;
    const items = findList(text, from, opener === '(');
    if (text.startsWith('(', last.end)) return readSchema(items);
    // “departments: …” may describe one entity, “what we keep: departments and rooms” lists several.
    return items[0] && memberOf(items[0], false).kind === 'child' ? undefined : readItems(items);
  }
  if (/[,.;()\n]/.test(next.before) || !openers.has(next.lower) || next.negated) return;
  return readItems(findList(text, next.end, false));
}

type Member =
  | { kind: 'field'; read: ReadField }
  | { kind: 'child'; noun: Noun }
  | { kind: 'other' };

/** “Book(title, pages)” is written like code: whatever stands in the bracket is a field. */
function readSchema(items: readonly ListItem[]): FieldList {
  const found: FieldList = { fields: [], children: [], sure: false, end: 0 };
  for (const item of items) {
    const read = readField(item);
    if (read) addField(found, { ...read, known: true }, item.at + 1);
  }
  return found;
}

/** Members up to the first that cannot belong to a list of fields already begun. */
function readItems(items: readonly ListItem[]): FieldList {
  const found: FieldList = { fields: [], children: [], sure: false, end: 0 };
  for (const item of items) {
    const member = memberOf(item, found.children.length > 0);
    if (member.kind === 'field') addField(found, member.read, item.at + 1);
    else if (found.fields.length > 0) break;
    else if (member.kind === 'child') found.children.push(member.noun);
  }
  return found;
}

function addField(found: FieldList, { field, known }: ReadField, end: number): void {
  if (!found.fields.some(({ name }) => name === field.name)) found.fields.push(field);
  found.sure ||= known;
  found.end = end;
}

/** Among children “likes” are records; otherwise “posts with likes” counts them. */
function memberOf(item: ListItem, amongChildren: boolean): Member {
  const read = readField(item);
  const noun = nounIn(item);
  if (noun && isChild(item, read?.word ?? false, amongChildren)) return { kind: 'child', noun };
  return !read || (!read.known && isFeature(item)) ? { kind: 'other' } : { kind: 'field', read };
}

/** “books with chapters” has many chapters; “books with title” has a title. */
function isChild({ tokens }: ListItem, known: boolean, amongChildren: boolean): boolean {
  const cut = tokens.findIndex(({ lower }) => openers.has(lower));
  const last = cut > 0 ? tokens[cut - 1] : tokens.at(-1);
  if (!last) return false;
  const plural = /^[a-z]/.test(last.lower)
    ? pluralize.isPlural(last.lower) && last.lemma !== last.lower
    : !known || /(ы|ами|ями|ов|ев)$/.test(last.lower);
  return plural && (amongChildren || !isMeasure(last.lower));
}

const nounIn = ({ tokens }: ListItem): Noun | undefined =>
  findPhrases(tokens, nounPhrases, 'lemma').find(
    ({ start, end }) =>
      start === 0 && (end === tokens.length || openers.has(tokens[end]?.lower ?? '')),
  )?.means;

const isFeature = ({ tokens }: ListItem): boolean =>
  findPhrases(tokens, featurePhrases, 'stem').length > 0;

import type { FieldType } from '../../../core/plan/entity.ts';
import { type Phrase, phrase } from '../text/phrases.ts';
import { fieldLines } from './fields.ts';
import { list, rows } from './parse-lines.ts';

export interface KnownField {
  name: string;
  type: FieldType;
}

const table = rows(fieldLines).map(([head = '', en, ru]) => {
  const [name = '', type = 'string'] = head.split(' ');
  return { field: { name, type: type as FieldType }, words: [...list(en), ...list(ru)] };
});

const byName = new Map(table.map(({ field }) => [field.name, field]));
export const knownFieldNamed = (name: string) => byName.get(name);

/** Later lines do not override a word that an earlier one claimed. */
export const fieldPhrases: readonly Phrase<KnownField>[] = table.flatMap(({ field, words }) =>
  words.map((text) => phrase(text, field)),
);

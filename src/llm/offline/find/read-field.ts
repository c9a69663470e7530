import pluralize from 'pluralize';
import type { Field, FieldType } from '../../../core/plan/entity.ts';
import { findPhrases } from '../text/phrases.ts';
import type { Token } from '../text/token.ts';
import { fieldPhrases } from '../vocabulary/known-fields.ts';
import { usualBounds } from '../vocabulary/usual-bounds.ts';
import type { ListItem } from './find-list.ts';
import { isMeasure } from './measures.ts';
import { camelName } from './names.ts';

const cut = new Set(
  `in for of from that which by per to where who when so as on at в для из на который которая которое от по при
  чтобы`.split(/\s+/),
);
const skipped = new Set(
  'fields field optional unique required each its own с со полями поля поле уникальный уникальная необязательный their his our also maybe'.split(
    ' ',
  ),
);
const typeWords: readonly [RegExp, FieldType][] = [
  [/\b(integer|int|whole number)\b|цел(ое|ый)/i, 'integer'],
  [/\b(decimal|float|number|numeric)\b|числ/i, 'number'],
  [/\b(boolean|bool|flag|yes\/no|true\/false)\b|логич|да\/нет/i, 'boolean'],
  [/\b(datetime|timestamp)\b|дата и время/i, 'datetime'],
  [/\bdate\b|дата/i, 'date'],
  [/\b(long text|text|markdown|html)\b|текст/i, 'text'],
  [/\burl\b/i, 'url'],
  [/\bemail\b/i, 'email'],
  [/\b(money|currency|euros?|dollars?|usd|eur)\b|деньги|рубл/i, 'money'],
  [/\bstring\b|строка/i, 'string'],
];

export interface ReadField {
  field: Field;
  /** The word is one that servers are known to keep. */
  word: boolean;
  /** Beyond doubt a field: by its word, or by the bracket that describes it. */
  known: boolean;
}

/** A field out of an item such as “price”, “unique isbn” or “status (new, paid, shipped)”. */
export function readField({ tokens, bracket }: ListItem): ReadField | undefined {
  const words = headWords(tokens.filter(({ lower }) => !skipped.has(lower)));
  const raw = words.map(written).join(' ');
  const known = findPhrases(words, fieldPhrases, 'stem').find(
    ({ start, end }) => start === 0 && end === words.length,
  )?.means;
  const name = known && !/^[a-z ]+$/.test(raw) ? known.name : camelName(raw);
  if (!name || words.length > 3 || words.some(({ negated }) => negated)) return;
  const values = enumValues(bracket);
  const type = values ? 'enum' : (typeIn(bracket) ?? known?.type ?? guessType(raw));
  const all = `${tokens.map(({ lower }) => lower).join(' ')} ${bracket}`;
  const word = known !== undefined && !words.some(isPlainPlural);
  return {
    word,
    known: word || bracket !== '',
    field: {
      name,
      type,
      required: !/optional|necessarily|необязат|опционал/i.test(all),
      unique: /unique|уникальн/i.test(all),
      managed: false,
      ...(values ? { values } : {}),
      ...usualBounds({ name, type }),
    },
  };
}

/** “roles” beside an entity is a thing of its own, “role” is its field. */
const isPlainPlural = ({ lower, lemma }: Token) =>
  /^[a-z]/.test(lower) && lower !== lemma && pluralize.isPlural(lower) && !isMeasure(lower);

function headWords<T extends { lower: string }>(tokens: readonly T[]): T[] {
  const at = tokens.findIndex(({ lower }, index) => index > 0 && cut.has(lower));
  return at < 0 ? [...tokens] : tokens.slice(0, at);
}

/** `maxPlayers` are two words. */
const written = ({ raw, lower }: Token) =>
  /^[a-z]+[A-Z]/.test(raw)
    ? raw.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    : lower;

const typeIn = (bracket: string) => typeWords.find(([pattern]) => pattern.test(bracket))?.[1];

function enumValues(bracket: string): string[] | undefined {
  if (!/[,/|]|\bor\b|или/.test(bracket) || typeIn(bracket)) return;
  const values = bracket
    .split(/[,/|]|\s(?:or|или|and|и)\s/)
    .map((value) => camelName(value).replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
    .filter(Boolean);
  return values.length > 1 ? [...new Set(values)].slice(0, 30) : undefined;
}

function guessType(words: string): FieldType {
  if (/^(is|has|can) |\bflag$|^признак/.test(words)) return 'boolean';
  if (/\b(date|day|birthday)$|^дата/.test(words)) return 'date';
  if (/\b(at|time)$|^время/.test(words)) return 'datetime';
  if (
    /\b(count|quantity|limit|year|number of \w+|minutes|hours|days)$|^(число|количество)/.test(
      words,
    )
  )
    return 'integer';
  if (/\b(price|cost|fee|amount|salary|total)$|^(цена|стоимость|сумма)/.test(words)) return 'money';
  if (/\b(url|link|website)$/.test(words)) return 'url';
  if (/\b(description|text|notes|comment|summary)$/.test(words)) return 'text';
  return 'string';
}

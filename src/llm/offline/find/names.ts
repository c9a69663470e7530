import slugify from '@sindresorhus/slugify';
import pluralize from 'pluralize';
import { isReservedEntity, reservedFieldNames } from '../../../core/plan/reserved-names.ts';

const parts = (text: string) =>
  slugify(text, { separator: ' ', decamelize: true }).split(' ').filter(Boolean);
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** `order item` → `OrderItem`, `дроны` → `Drony`; never a name that generated code needs itself. */
export function pascalName(text: string): string {
  const words = parts(text);
  const last = words.pop() ?? '';
  const name = [...words, pluralize.singular(last)]
    .map(capital)
    .join('')
    .replace(/^\d+/, '')
    .slice(0, 40);
  return isReservedEntity(name) ? `${name}Entry` : name;
}

export function camelName(text: string): string {
  const [first = '', ...rest] = parts(text);
  const name = (first.toLowerCase() + rest.map(capital).join('')).replace(/^\d+/, '').slice(0, 40);
  const safe = name.charAt(0).toLowerCase() + name.slice(1);
  return reservedFieldNames.has(safe) ? `${safe}Value` : safe;
}

/** A package name and directory. */
export const slugName = (text: string): string =>
  slugify(text)
    .replace(/^[^a-z]+/, '')
    .slice(0, 40)
    .replace(/-+$/, '');

import pluralize from 'pluralize';
import type { Relation } from './relation.ts';

/** `Order` and `Orders` would share a table and a route: both have the key `order`. */
export const singularKey = (name: string) => pluralize.singular(name).toLowerCase();

export const lowerFirst = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

/** How the many side calls its one: `author` for Author, or the relation's own word. */
export const relationName = ({ as, from }: Relation) => as ?? lowerFirst(from);

export const foreignKey = (relation: Relation) => `${relationName(relation)}Id`;

/** Money is kept as two: `price` as `priceAmount` and `priceCurrency`, `amount` as `amount` and `currency`. */
export function moneyNames(field: string): { amount: string; currency: string } {
  const what = field.replace(/(^a|A)mount$/, '');
  return {
    amount: what === field ? `${field}Amount` : field,
    currency: what === '' ? 'currency' : `${what}Currency`,
  };
}

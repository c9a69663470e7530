import pluralize from 'pluralize';
import { lowerFirst } from '../../plan/entity-names.ts';

/** What one entity is called in each place. For OrderItem: */
export interface Names {
  /** `OrderItem` */
  type: string;
  /** `OrderItems`, in operation ids */
  types: string;
  /** `orderItem`, a variable that holds one row */
  one: string;
  /** `orderItems`, the table in code */
  many: string;
  /** `order-items`: folder and path of the URL */
  path: string;
  /** `order_items` */
  table: string;
  /** `order item` */
  label: string;
  /** `order items` */
  labels: string;
  /** `order-item` */
  file: string;
}

export function namesOf(type: string): Names {
  const types = pluralize.plural(type);
  const one = safeIdentifier(lowerFirst(type), 'Row');
  const many = lowerFirst(types);
  return {
    type,
    types,
    one,
    many: many === one ? `${many}Table` : safeIdentifier(many, 'Table'),
    path: words(types).join('-'),
    table: words(types).join('_'),
    label: words(type).join(' '),
    labels: words(types).join(' '),
    file: words(type).join('-'),
  };
}

/** `priceAmount` and `imageURL` in words: `price amount`, `image url`. */
export const words = (name: string): string[] =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(' ');

export const snakeCase = (name: string) => words(name).join('_');

export const upperFirst = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** `a product`, `an order`. */
export const withArticle = (label: string) =>
  `${/^[aeio]|^u(?!ni|se|ti|r[aio])/.test(label) ? 'an' : 'a'} ${label}`;

const safeIdentifier = (name: string, suffix: string) =>
  taken.has(name) ? `${name}${suffix}` : name;

/** Words of the language, and names that the emitted code gives to other things. */
const taken = new Set(
  `arguments as async await boolean break case catch class const continue debugger default delete do
  else enum eval export extends false finally for from function if implements import in instanceof
  interface let new null number object package private protected public return static string super
  switch this throw true try type typeof undefined var void while with yield
  after among and app atLeast atMost client created date db desc eq equals fastify fields fp headers
  id identity index instant integer keyset limit n newest now numeric only orderBy owner owns page
  pairs queries query ref refusal removed reply request requests rows seed sql stranger text typed
  userId uuid values versions`.split(/\s+/),
);

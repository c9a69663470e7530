import Type, { type TSchema } from 'typebox';
import { nullable, ref, uuidText } from './schemas.ts';

export const idParams = Type.Object({ id: uuidText });

export const noContent = Type.Null({ description: 'Done' });
export const notModified = Type.Null({ description: 'Your copy is up to date' });

const header = (description: string) =>
  Type.Optional(Type.String({ maxLength: 1000, description }));
export const readHeaders = Type.Object({
  'if-none-match': header('ETag of your copy: answers 304 when it is up to date.'),
});
export const writeHeaders = Type.Object({
  'if-match': header('ETag of your copy: answers 412 when it is out of date.'),
});

/** What every list takes. `sort` names are allow-listed, each also with a `-` for descending. */
export const pageQuery = <Name extends string>(...names: Name[]) => ({
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 20 }),
  cursor: Type.Optional(
    Type.String({ maxLength: 2000, description: '`nextCursor` of the page before.' }),
  ),
  sort: Type.Enum(
    names.flatMap((name) => [name, `-${name}` as const]),
    { default: '-createdAt' },
  ),
});

export const pageOf = <Item extends TSchema>(item: Item) =>
  Type.Object({
    items: Type.Array(ref(item)),
    nextCursor: nullable(Type.String({ description: 'Null on the last page.' })),
  });

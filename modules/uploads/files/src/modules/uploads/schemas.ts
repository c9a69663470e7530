import Type, { type Static } from 'typebox';
import type { StoredFile } from '../../contracts/files.ts';
import { longestName } from './clean-name.ts';
import { visibilities } from './visibilities.ts';

const uuid = Type.String({
  pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
  maxLength: 36,
});
const timestamp = Type.String({ format: 'date-time' });
const visibility = Type.Enum([...visibilities], {
  description: '`public` files are for everybody who knows their address.',
});
const strict = { additionalProperties: false } as const;

export const FileSchema = Type.Object(
  {
    id: uuid,
    name: Type.String(),
    type: Type.String({ description: 'Media type, found in the first bytes.' }),
    size: Type.Integer({ description: 'In bytes.' }),
    sha256: Type.String({ description: 'In hexadecimal.' }),
    visibility,
    createdAt: timestamp,
    updatedAt: timestamp,
  },
  { $id: 'File' },
);
export const fileRef = Type.Unsafe<Static<typeof FileSchema>>({ $ref: 'File#' });

export const FilePage = Type.Object({
  items: Type.Array(fileRef),
  nextCursor: Type.Unsafe<string | null>({
    type: ['string', 'null'],
    description: 'Null on the last page.',
  }),
});

export const pageQuery = Type.Object(
  {
    limit: Type.Integer({ minimum: 1, maximum: 100, default: 20 }),
    cursor: Type.Optional(
      Type.String({ ...uuid, description: '`nextCursor` of the page before.' }),
    ),
  },
  { additionalProperties: false },
);

export const fileParams = Type.Object({ id: uuid });

/** Read from the stream, part by part: this only describes it. */
export const UploadForm = Type.Object(
  {
    visibility: Type.Optional(visibility),
    file: Type.String({ format: 'binary', description: 'The last part, with its name and type.' }),
  },
  strict,
);

/** At least one character that is not a space; PostgreSQL stores every character but NUL. */
const name = Type.String({
  minLength: 1,
  maxLength: longestName,
  pattern: '^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$',
});
export const FileChanges = Type.Object(
  { name: Type.Optional(name), visibility: Type.Optional(visibility) },
  { ...strict, minProperties: 1 },
);

export const binary = (description: string) => ({
  description,
  content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
});

/** A file as everybody who may read it sees it. */
export const fileBody = ({ ownerId: _, createdAt, updatedAt, ...file }: StoredFile) => ({
  ...file,
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});

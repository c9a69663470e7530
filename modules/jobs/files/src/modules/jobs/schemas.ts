import Type from 'typebox';

const uuidPattern = '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';
const uuid = Type.String({ pattern: `^${uuidPattern}$`, maxLength: 36 });
const timestamp = Type.String({ format: 'date-time' });

export const FailedJob = Type.Object({
  id: uuid,
  job: Type.String({ description: 'The name of the job.' }),
  error: Type.String({ description: 'What its last attempt failed with.' }),
  attempts: Type.Integer(),
  enqueuedAt: timestamp,
  failedAt: timestamp,
});

export const FailedJobPage = Type.Object({
  items: Type.Array(FailedJob),
  nextCursor: Type.Unsafe<string | null>({
    type: ['string', 'null'],
    description: 'Null on the last page.',
  }),
});

export const pageQuery = Type.Object(
  {
    limit: Type.Integer({ minimum: 1, maximum: 100, default: 20 }),
    cursor: Type.Optional(
      Type.String({
        pattern: `^[0-9]{1,17}_${uuidPattern}$`,
        maxLength: 54,
        description: '`nextCursor` of the page before.',
      }),
    ),
  },
  { additionalProperties: false },
);

export const jobParams = Type.Object({ id: uuid });

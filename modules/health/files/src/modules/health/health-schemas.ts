import Type from 'typebox';

const Checks = Type.Record(Type.String(), Type.Enum(['ok', 'failed']));

export const Liveness = {
  operationId: 'getLiveness',
  tags: ['health'],
  summary: 'Tell whether the process runs',
  response: { 200: Type.Object({ status: Type.Enum(['ok']) }) },
};

export const Readiness = {
  operationId: 'getReadiness',
  tags: ['health'],
  summary: 'Tell whether the server can do its work',
  response: {
    200: Type.Object({ status: Type.Enum(['ready']), checks: Checks }, { description: 'Ready.' }),
    503: Type.Object(
      { status: Type.Enum(['unavailable']), checks: Checks },
      { description: 'A check failed, or the server is about to stop.' },
    ),
  },
};

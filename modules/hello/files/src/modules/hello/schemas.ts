import Type from 'typebox';

export const GreetSchema = {
  operationId: 'greet',
  tags: ['hello'],
  summary: 'Greet somebody',
  querystring: Type.Object(
    { name: Type.String({ maxLength: 50, default: 'world' }) },
    { additionalProperties: false },
  ),
  response: {
    200: Type.Object({ message: Type.String() }, { description: 'The greeting.' }),
  },
};

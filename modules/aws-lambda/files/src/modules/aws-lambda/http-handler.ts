import awsLambdaFastify, { type LambdaResponse } from '@fastify/aws-lambda';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import type { FastifyInstance } from 'fastify';
import { answerInTime } from './answer-in-time.ts';
import { asRequest, assertHttpEvent } from './as-request.ts';
import { isBinary } from './is-binary.ts';
import { thaw } from './thaw.ts';

/** Passes requests to the server without a socket: one at a time, as Lambda hands them out. */
export function httpHandler(app: FastifyInstance) {
  const answer = awsLambdaFastify<APIGatewayProxyEventV2>(app, {
    decorateRequest: false,
    enforceBase64: isBinary,
  });
  const { afterFreeze, beforeFreeze } = thaw();

  return async (event: APIGatewayProxyEventV2, context: Context): Promise<LambdaResponse> => {
    assertHttpEvent(event);
    await afterFreeze();
    try {
      const work = answer(asRequest(event, context), context);
      return await answerInTime(work, context, app.log);
    } finally {
      beforeFreeze();
    }
  };
}

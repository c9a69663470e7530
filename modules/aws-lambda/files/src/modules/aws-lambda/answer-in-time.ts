import type { LambdaResponse } from '@fastify/aws-lambda';
import type { Context } from 'aws-lambda';
import type { FastifyBaseLogger } from 'fastify';

/** What the answer needs on its way out. */
const reserveMs = 500;

/** Answers itself shortly before Lambda would kill the environment, and the client hear of nothing. */
export async function answerInTime(
  work: Promise<LambdaResponse>,
  { awsRequestId, getRemainingTimeInMillis }: Context,
  log: FastifyBaseLogger,
): Promise<LambdaResponse> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<LambdaResponse>((resolve) => {
    timer = setTimeout(
      () => {
        log.error({ reqId: awsRequestId }, 'the request took longer than the function may');
        resolve(timeout(awsRequestId));
      },
      Math.max(0, getRemainingTimeInMillis() - reserveMs),
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

const timeout = (requestId: string): LambdaResponse => ({
  statusCode: 504,
  headers: { 'content-type': 'application/problem+json', 'x-request-id': requestId },
  body: JSON.stringify({
    type: 'about:blank',
    title: 'Gateway Timeout',
    status: 504,
    detail: 'The request took too long. Whether it had an effect is not known.',
    instance: requestId,
    code: 'timeout',
  }),
});

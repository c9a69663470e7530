import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { type Problem, problem } from '../../core/errors/problem.ts';
import { problemDetails } from './problem-details.ts';
import { ProblemError } from './problem-error.ts';
import { requestLanguage } from './request-language.ts';

export const apiDocument = '/api/openapi.json';

/** Answers every error with problem details; `onError` hears of those that are our fault. */
export function handleErrors(app: FastifyInstance, onError: (error: Error) => void): void {
  app.setErrorHandler((error: FastifyError | ProblemError, request, reply) => {
    const { problems, statusCode } = asProblems(error);
    const details = problemDetails(problems, requestLanguage(request), statusCode);
    if (details.status === 500) onError(error);
    return send(reply, details, problems);
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const problems = [problem('route.unknown', { path, document: apiDocument })];
    return send(reply, problemDetails(problems, requestLanguage(request)), problems);
  });
}

function send(
  reply: FastifyReply,
  details: ReturnType<typeof problemDetails>,
  problems: readonly Problem[],
) {
  const seconds = problems[0]?.params.seconds;
  if (seconds) reply.header('retry-after', seconds);
  // A string, so that no route's response schema stands between a problem and its reader.
  return reply
    .code(details.status)
    .type('application/problem+json; charset=utf-8')
    .serializer((text: string) => text)
    .send(JSON.stringify(details));
}

function asProblems(error: FastifyError | ProblemError): {
  problems: readonly Problem[];
  statusCode: number | undefined;
} {
  if (error instanceof ProblemError) return error;
  const statusCode = error.statusCode ?? 500;
  if (statusCode === 413) {
    return { problems: [problem('input.too-large', { limit: bodyLimitWords })], statusCode };
  }
  if (statusCode >= 500) return { problems: [problem('render.unexpected')], statusCode: 500 };
  const detail = 'validation' in error ? whatIsWrong(error) : error.message.replace(/\.$/, '');
  return { problems: [problem('input.invalid', { detail, document: apiDocument })], statusCode };
}

function whatIsWrong({ validation = [], validationContext }: FastifyError): string {
  return validation
    .slice(0, 3)
    .map(({ instancePath, message }) => {
      const place = `${validationContext ?? ''}${instancePath}`.replace(/\/$/, '');
      return `${place}: ${message}`;
    })
    .join('; ')
    .slice(0, 500);
}

/** Room for the largest plan that the schema allows, several times over. */
export const bodyLimit = 1024 * 1024;
const bodyLimitWords = '1 MiB';

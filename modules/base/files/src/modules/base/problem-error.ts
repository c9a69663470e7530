import type { FastifyError } from 'fastify';
import type { ProblemDetails } from '../../contracts/problems.ts';
import { isOutage } from './is-outage.ts';
import { statusTitle } from './status-title.ts';

export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly statusCode: number;
  readonly code: string;

  constructor(statusCode: number, code: string, detail: string) {
    super(detail);
    this.statusCode = statusCode;
    this.code = code;
  }
}

/** What the client may know of an error: everything of a problem of its own, nothing of ours. */
export function problemOf(thrown: unknown, requestId: string): ProblemDetails {
  const error = !isForClient(thrown) && isOutage(thrown) ? outage() : thrown;
  const { statusCode = 500, code, message, validation, validationContext } = error as FastifyError;
  const status = isForClient(error) ? statusCode : 500;
  const problem = {
    type: 'about:blank',
    title: statusTitle(status),
    status,
    instance: requestId,
  };
  if (validation)
    return {
      ...problem,
      detail: `The ${validationContext} of the request is not valid.`,
      code: 'validation',
      errors: validation.map(validationError),
    };
  if (status >= 500 && !(error instanceof ProblemError)) return problem;
  return { ...problem, detail: message, code: kebab(code) };
}

const outage = () =>
  new ProblemError(
    503,
    'unavailable',
    'A service that this server needs does not answer. Try again in a moment.',
  );

/** Not every error with a `statusCode`: clients of other services throw such errors, too. */
function isForClient(error: unknown) {
  if (error instanceof ProblemError) return true;
  const { name, validation, statusCode = 500 } = error as FastifyError;
  return statusCode >= 400 && (validation !== undefined || name === 'FastifyError');
}

const validationError = ({
  instancePath,
  message = 'is not valid',
  params,
}: NonNullable<FastifyError['validation']>[number]) => {
  const property = params.missingProperty ?? params.additionalProperty;
  return { path: property === undefined ? instancePath : `${instancePath}/${property}`, message };
};

const kebab = (code: string) =>
  code
    .toLowerCase()
    .replace(/^fst_(err_)?(ctp_)?/, '')
    .replaceAll('_', '-');

import { STATUS_CODES } from 'node:http';
import type { FastifyError } from 'fastify';
import type { ProblemDetails } from '../../contracts/problems.ts';

export class ProblemError extends Error {
  readonly statusCode: number;
  readonly code: string;

  constructor(statusCode: number, code: string, detail: string) {
    super(detail);
    this.name = 'ProblemError';
    this.statusCode = statusCode;
    this.code = code;
  }
}

/** What the client may know of an error: everything of a 4xx, nothing of a 5xx. */
export function problemOf(error: unknown, requestId: string): ProblemDetails {
  const { statusCode, code, message, validation, validationContext } = error as FastifyError;
  const status = statusCode !== undefined && statusCode >= 400 ? statusCode : 500;
  const problem = { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status };
  if (status >= 500 && !(error instanceof ProblemError)) return { ...problem, instance: requestId };
  return {
    ...problem,
    detail: validation ? `The ${validationContext} of the request is not valid.` : message,
    instance: requestId,
    code: validation ? 'validation' : kebab(code),
    ...(validation && { errors: validation.map(validationError) }),
  };
}

const validationError = ({
  instancePath,
  message,
  params,
}: NonNullable<FastifyError['validation']>[number]) => ({
  path: instancePath || `/${params.missingProperty ?? params.additionalProperty ?? ''}`,
  message: message ?? 'is not valid',
});

const kebab = (code = 'error') =>
  code
    .toLowerCase()
    .replace(/^fst_err_/, '')
    .replaceAll('_', '-');

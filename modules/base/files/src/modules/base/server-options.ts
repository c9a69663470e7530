import { LogController } from 'fastify';
import { requestId } from './request-id.ts';
import { readServerConfig } from './server-config.ts';

/** What must be known before the first plugin: logging, limits, request ids. */
export function serverOptions(env: NodeJS.ProcessEnv) {
  const config = readServerConfig(env);
  return {
    logger: { level: config.LOG_LEVEL, redact: secretPaths },
    // log-requests.ts writes one line per request instead of two.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestId,
    bodyLimit: config.BODY_LIMIT_BYTES,
    requestTimeout: config.REQUEST_TIMEOUT_MS,
    trustProxy: config.TRUST_PROXY,
    routerOptions: { maxParamLength: 200 },
  } as const;
}

const secretPaths = [
  'authorization',
  'cookie',
  'password',
  'token',
  '*.authorization',
  '*.cookie',
  '*.password',
  '*.token',
  'req.headers.authorization',
  'req.headers.cookie',
  'res.headers["set-cookie"]',
];

import { type FastifyServerOptions, LogController } from 'fastify';
import { answerFrameworkError, answerUnreadableRequest } from './early-errors.ts';
import { lazyLogger } from './lazy-logger.ts';
import { logOptions } from './log-options.ts';
import { requestId } from './request-id.ts';
import { serializerFactory } from './serializer-factory.ts';
import { readServerConfig } from './server-config.ts';
import { trustedProxies } from './trusted-proxies.ts';
import { validatorFactory } from './validator-factory.ts';

/** What must be known before the first plugin: logging, limits, request ids. */
export function serverOptions(env: NodeJS.ProcessEnv) {
  const config = readServerConfig(env);
  return {
    logger: logOptions(config.LOG_LEVEL, config.LOG_FORMAT),
    // log-requests.ts writes one line per request instead of two.
    logController: new LogController({ disableRequestLogging: true }),
    childLoggerFactory: lazyLogger,
    genReqId: requestId,
    bodyLimit: config.BODY_LIMIT_BYTES,
    requestTimeout: config.REQUEST_TIMEOUT_MS,
    trustProxy: trustedProxies(config.TRUST_PROXY),
    routerOptions: { maxParamLength: 200 },
    schemaController: {
      compilersFactory: {
        buildValidator: validatorFactory(),
        buildSerializer: serializerFactory(),
      },
    },
    // A request that still arrives on an open connection while the server stops is answered.
    return503OnClosing: false,
    frameworkErrors: answerFrameworkError,
    clientErrorHandler: answerUnreadableRequest,
  } satisfies FastifyServerOptions;
}

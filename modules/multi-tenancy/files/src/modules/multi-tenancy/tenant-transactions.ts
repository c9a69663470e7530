import type {
  FastifyInstance,
  onResponseHookHandler,
  onSendAsyncHookHandler,
  preHandlerHookHandler,
} from 'fastify';
import { asksForTenant } from './asks-for-tenant.ts';

declare module 'fastify' {
  interface FastifyRequest {
    tenantTransaction: { commit(): void; rollBack(): void; ended: Promise<void> } | null;
  }
}

/**
 * Runs the handlers of tenants' routes in their tenant: one transaction from after the request has
 * been read and checked, so that slow senders hold no connection, until before it is answered.
 */
export function tenantTransactions(app: FastifyInstance) {
  const begin: preHandlerHookHandler = (request, _reply, done) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    let hasBegun = false;
    const rollBack = () => reject(new Error('The transaction of the request is rolled back.'));
    const ended = app.inTenant(request.tenant.id, () => {
      hasBegun = true;
      request.tenantTransaction = { commit: resolve, rollBack, ended };
      // The handler starts in here, so all that it awaits belongs to the tenant.
      done();
      return promise;
    });
    ended.catch((error) => hasBegun || done(error));
  };

  app.decorateRequest('tenantTransaction', null);
  app.addHook('onRoute', (route) => {
    if (!asksForTenant(app, route)) return;
    const others = [route.preHandler ?? []].flat();
    // The route of HEAD is made of that of GET.
    if (others.includes(begin)) return;
    route.preHandler = [begin, ...others];
    route.onSend = [end, ...[route.onSend ?? []].flat()];
    route.onResponse = [abandon, ...[route.onResponse ?? []].flat()];
  });
}

/** What is answered has happened for good; what is refused has left nothing behind. */
const end: onSendAsyncHookHandler<unknown> = async (request, reply, payload) => {
  const { tenantTransaction } = request;
  if (!tenantTransaction) return payload;
  request.tenantTransaction = null;
  if (reply.statusCode < 400) {
    tenantTransaction.commit();
    await tenantTransaction.ended;
  } else {
    tenantTransaction.rollBack();
    await tenantTransaction.ended.catch(() => {});
  }
  return payload;
};

/** A handler that answered past Fastify. */
const abandon: onResponseHookHandler = ({ tenantTransaction }, _reply, done) => {
  tenantTransaction?.rollBack();
  done();
};

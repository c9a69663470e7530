import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Fault, World } from './world.ts';

/** Answers chosen requests the way GitHub does on a bad day. */
export function faultHooks(api: FastifyInstance, world: World): void {
  const take = (request: FastifyRequest, moment: (fault: Fault) => boolean) => {
    const path = request.url.split('?')[0] ?? '';
    const index = world.faults.findIndex(
      (fault) => moment(fault) && fault.method === request.method && fault.path.test(path),
    );
    const [fault] = index < 0 ? [] : world.faults.splice(index, 1);
    fault?.happened?.();
    return fault;
  };

  api.addHook('onRequest', async (request, reply) => {
    const fault = take(request, ({ when }) => when !== 'after');
    if (!fault) return;
    if (fault.when === 'hold') return reply.hijack();
    return reply
      .code(fault.status ?? 502)
      .headers(fault.headers ?? {})
      .send(fault.body ?? { message: 'Server Error' });
  });

  api.addHook('onSend', async (request, reply, payload) => {
    const fault = take(request, ({ when }) => when === 'after');
    if (!fault) return payload;
    reply.code(fault.status ?? 502).removeHeader('content-length');
    return JSON.stringify(fault.body ?? { message: 'Server Error' });
  });
}

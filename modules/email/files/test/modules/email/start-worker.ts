import type { FastifyInstance } from 'fastify';
import { deliverer } from '../../../src/modules/email/deliverer.ts';
import { mailWorker } from '../../../src/modules/email/mail-worker.ts';
import { outbox } from '../../../src/modules/email/outbox.ts';
import { smtpTransport } from '../../../src/modules/email/smtp-transport.ts';

interface Options {
  port: number;
  maxAttempts?: number;
  timeoutMs?: number;
  leaseSeconds?: number;
  concurrency?: number;
  server?: Partial<Parameters<typeof smtpTransport>[0]['server']>;
}

const plain = { host: '127.0.0.1', tls: 'off', user: '', password: '' } as const;

/** Sends what is in the outbox of this app to an SMTP server, as a process of its own would. */
export function startWorker({ db, log }: FastifyInstance, { port, server, ...options }: Options) {
  const { maxAttempts = 5, timeoutMs = 6_000, leaseSeconds = 30, concurrency = 5 } = options;
  const box = outbox(db, leaseSeconds);
  const transport = smtpTransport({
    server: { ...plain, port, ...server },
    sender: { name: 'Test shop', address: 'shop@app.test' },
    connections: concurrency,
    timeoutMs,
  });
  const deliver = deliverer({ outbox: box, transport, log, maxAttempts, timeoutMs });
  const worker = mailWorker({ outbox: box, deliver, log, concurrency, pollMs: 50 });
  worker.start();
  return {
    async stop(graceMs = 5_000) {
      await worker.stop(graceMs);
      transport.close();
    },
  };
}

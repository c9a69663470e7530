import type { FastifyBaseLogger } from 'fastify';
import { describeFailure, type Failure } from './describe-failure.ts';
import type { Outbox } from './outbox.ts';
import { persist } from './persist.ts';
import { retryDelay } from './retry-delay.ts';
import type { OutgoingMail } from './table.ts';
import type { Transport } from './transport.ts';

interface Options {
  outbox: Outbox;
  transport: Transport;
  log: FastifyBaseLogger;
  maxAttempts: number;
  timeoutMs: number;
}

/**
 * Makes one attempt at a mail, unless `stop` aborts it, and writes down how it ended. Resolves to
 * whether there is a server.
 */
export type Deliver = (mail: OutgoingMail, stop: AbortSignal) => Promise<boolean>;

const wasStopped = (error: unknown, { aborted, reason }: AbortSignal) =>
  aborted && (error as Error).cause === reason;

export function deliverer({ outbox, transport, log, maxAttempts, timeoutMs }: Options): Deliver {
  const settle = async (mail: OutgoingMail, { kind, reason }: Failure) => {
    const about = { mailId: mail.id, attempt: mail.attempts, reason };
    if (kind === 'stopped') {
      log.info(about, 'put a mail back');
      return outbox.putBack(mail, 0, reason);
    }
    if (kind === 'unreachable') {
      log.warn(about, 'the mail server takes no mails for now');
      return outbox.putBack(mail, 1, reason);
    }
    if (kind === 'permanent' || mail.attempts >= maxAttempts) {
      log.error(about, 'gave up a mail');
      return outbox.markFailed(mail, reason);
    }
    log.warn(about, 'a mail has to wait');
    return outbox.postpone(mail, retryDelay(mail.attempts), reason);
  };

  return async (mail, stop) => {
    const failure = await transport
      .send(mail, AbortSignal.any([stop, AbortSignal.timeout(timeoutMs)]))
      .then(
        () => undefined,
        (error: unknown): Failure =>
          wasStopped(error, stop)
            ? { kind: 'stopped', reason: 'the server stopped' }
            : describeFailure(error, mail.recipient),
      );
    // A process that ends between the server's yes and this line sends the mail once more.
    await persist(() => (failure ? settle(mail, failure) : outbox.markSent(mail)));
    if (!failure) log.info({ mailId: mail.id, attempt: mail.attempts }, 'sent a mail');
    return failure?.kind !== 'unreachable';
  };
}

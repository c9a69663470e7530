import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyBaseLogger } from 'fastify';
import { circuit } from './circuit.ts';
import { commitWatch } from './commit-watch.ts';
import type { Deliver } from './deliverer.ts';
import { deliveries } from './deliveries.ts';
import type { Outbox } from './outbox.ts';

interface Options {
  outbox: Outbox;
  deliver: Deliver;
  log: FastifyBaseLogger;
  concurrency: number;
  pollMs: number;
}

/** Sends what is in the outbox, a few mails at a time. Others may do the same beside it. */
export function mailWorker({ outbox, deliver, log, concurrency, pollMs }: Options) {
  const server = circuit(pollMs);
  const underWay = deliveries({ deliver, log, onAnswer: server.record, onEnd: look });
  let state: 'new' | 'running' | 'stopped' = 'new';
  let looking: Promise<void> | undefined;
  let lookAgain = false;
  let lookForExpired = true;
  let poll: NodeJS.Timeout | undefined;
  // Looks are nobody's: none takes part in the transaction of the request that asks for it.
  const commits = commitWatch(AsyncLocalStorage.bind(look));

  /** Whoever asks while a look is under way may mean a mail that it missed. */
  function look() {
    lookAgain = true;
    looking ??= takeAll().finally(() => {
      looking = undefined;
    });
  }

  async function takeAll() {
    while (lookAgain && state === 'running') {
      lookAgain = false;
      await take().catch((err: unknown) => log.error({ err }, 'cannot read the outbox'));
    }
  }

  async function take() {
    if (lookForExpired) await endExpired(outbox, log);
    lookForExpired = false;
    const free = server.allows(concurrency) - underWay.count();
    if (free <= 0) return;
    for (const mail of await outbox.claim(free)) underWay.begin(mail);
  }

  return {
    start() {
      state = 'running';
      poll = setInterval(() => {
        lookForExpired = true;
        look();
      }, pollMs);
      look();
    },
    /** There is a mail, at once or when a transaction ends. */
    wake: () => state === 'running' && commits.start(),
    /**
     * Takes no further mail. Resolves when none is under way any more: what takes longer than
     * `graceMs` is broken off and put back.
     */
    async stop(graceMs: number) {
      state = 'stopped';
      clearInterval(poll);
      commits.stop();
      await looking;
      await underWay.end(graceMs);
    },
  };
}

async function endExpired(outbox: Outbox, log: FastifyBaseLogger) {
  for (const mailId of await outbox.giveUpExpired())
    log.error({ mailId, reason: 'expired' }, 'gave up a mail');
}

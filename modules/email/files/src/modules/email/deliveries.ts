import type { FastifyBaseLogger } from 'fastify';
import type { Deliver } from './deliverer.ts';
import type { OutgoingMail } from './table.ts';

interface Options {
  deliver: Deliver;
  log: FastifyBaseLogger;
  /** Hears after each mail whether there is a server. */
  onAnswer: (isReachable: boolean) => void;
  onEnd: () => void;
}

/** Mails that are under way. */
export function deliveries({ deliver, log, onAnswer, onEnd }: Options) {
  const underWay = new Set<Promise<void>>();
  const stop = new AbortController();

  return {
    count: () => underWay.size,
    begin(mail: OutgoingMail) {
      const task = deliver(mail, stop.signal)
        .then(onAnswer)
        .catch((err: unknown) => log.error({ err, mailId: mail.id }, 'lost track of a mail'))
        .finally(() => {
          underWay.delete(task);
          onEnd();
        });
      underWay.add(task);
    },
    /** Resolves when none is under way any more: what takes longer than `graceMs` is broken off. */
    async end(graceMs: number) {
      const timer = setTimeout(() => stop.abort(), graceMs);
      await Promise.all(underWay);
      clearTimeout(timer);
    },
  };
}

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

interface Behaviour {
  port?: number;
  /** Status to answer a recipient with, instead of taking the mail. */
  refuse?: (recipient: string) => number | undefined;
  /** The same for a sender. */
  refuseSender?: () => number | undefined;
  /** What it says when it refuses. */
  words?: string;
  /** Time between the mail and the answer to it. */
  delayMs?: number;
  options?: SMTPServerOptions;
}

/** An SMTP server on this machine that keeps what it takes. */
export async function startSmtpServer(behaviour: Behaviour = {}) {
  const { port = 0, refuse, refuseSender, words = 'not you', delayMs = 0, options } = behaviour;
  const answer = (status: number | undefined) =>
    status ? Object.assign(new Error(words), { responseCode: status }) : null;
  const mails: ParsedMail[] = [];
  let underWay = 0;
  let mostAtOnce = 0;
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onMailFrom: (_address, _session, done) => done(answer(refuseSender?.())),
    onRcptTo: ({ address }, _session, done) => done(answer(refuse?.(address))),
    async onData(stream, _session, done) {
      underWay += 1;
      mostAtOnce = Math.max(mostAtOnce, underWay);
      mails.push(await simpleParser(stream));
      await sleep(delayMs, undefined, { ref: false });
      underWay -= 1;
      done();
    },
    ...options,
  });
  server.on('error', () => {});
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    mails,
    mostAtOnce: () => mostAtOnce,
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}
export type TestSmtpServer = Awaited<ReturnType<typeof startSmtpServer>>;

import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import type { Module } from '../../contracts/module.ts';
import { appLink } from './app-link.ts';
import { clearFinished } from './clear-finished.ts';
import { deliverer } from './deliverer.ts';
import { fileTransport } from './file-transport.ts';
import { type MailConfig, readMailConfig } from './mail-config.ts';
import { mailWorker } from './mail-worker.ts';
import { outbox } from './outbox.ts';
import { preferredLanguage } from './preferred-language.ts';
import { sendMail } from './send-mail.ts';
import { smtpTransport } from './smtp-transport.ts';

const hour = 3_600_000;

const email: Module = async (app) => {
  const config = readMailConfig(app);
  const worker = startWorker(app, config);
  const language = config.MAIL_LANGUAGE;

  app.decorate('mailer', {
    async send(mail, db = app.db) {
      await sendMail(db, { language, ...mail }, config.sender.name);
      worker.wake();
    },
    link: appLink(config.appUrl),
    languageOf: ({ headers }) => preferredLanguage(headers['accept-language'], language),
  });
};

/** Only a server that listens sends: commands and tests leave their mails to it. */
function startWorker(app: FastifyInstance, config: MailConfig) {
  const timeoutMs = config.MAIL_TIMEOUT_SECONDS * 1000;
  const transport = newTransport(app, config, timeoutMs);
  // No attempt outlives its lease, so whoever takes a mail over is alone with it.
  const box = outbox(app.db, config.MAIL_TIMEOUT_SECONDS * 3);
  const { log } = app;
  const deliver = deliverer({
    outbox: box,
    transport,
    log,
    maxAttempts: config.MAIL_MAX_ATTEMPTS,
    timeoutMs,
  });
  const concurrency = config.MAIL_CONCURRENCY;
  const worker = mailWorker({ outbox: box, deliver, log, concurrency, pollMs: 5_000 });
  const clear = () =>
    clearFinished(app.db, config.MAIL_KEEP_DAYS).catch((err: unknown) =>
      log.error({ err }, 'cannot delete old mails'),
    );
  let cleaner: NodeJS.Timeout | undefined;
  app.addHook('onListen', async () => {
    worker.start();
    cleaner = setInterval(clear, hour);
    void clear();
  });
  let stopBy = 0;
  app.addHook('preClose', async () => {
    // A third of the time: the rest is for requests, for others who close, and for putting back.
    stopBy = Date.now() + config.SHUTDOWN_TIMEOUT_MS / 3;
  });
  app.addHook('onClose', async () => {
    clearInterval(cleaner);
    await worker.stop(stopBy - Date.now());
    transport.close();
  });
  return worker;
}

function newTransport(app: FastifyInstance, config: MailConfig, timeoutMs: number) {
  const { smtp: server, sender } = config;
  return server
    ? smtpTransport({ server, sender, connections: config.MAIL_CONCURRENCY, timeoutMs })
    : fileTransport(app.fromRoot(config.MAIL_DIR), sender, app.log);
}

export default fp(email, { name: 'email', decorators: { fastify: ['config', 'db'] } });

import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { ConfigOf } from '../../contracts/config.ts';
import { readSender } from './read-sender.ts';

const smtpForm =
  'an address like smtps://user:password@host:465, special characters percent-encoded';
const webForm = 'an address like https://example.com';

const Config = Type.Object({
  SMTP_URL: Type.Optional(Type.String({ pattern: '^smtps?://.', description: smtpForm })),
  SMTP_TLS: Type.Enum(['required', 'off'], { default: 'required' }),
  MAIL_FROM: Type.Optional(Type.String()),
  APP_URL: Type.Optional(Type.String({ pattern: '^https?://.', description: webForm })),
  MAIL_LANGUAGE: Type.Enum(['en', 'ru'], { default: 'en' }),
  MAIL_DIR: Type.String({ default: '.data/mails' }),
  MAIL_CONCURRENCY: Type.Integer({ default: 5, minimum: 1, maximum: 50 }),
  MAIL_TIMEOUT_SECONDS: Type.Integer({ default: 30, minimum: 1, maximum: 300 }),
  MAIL_MAX_ATTEMPTS: Type.Integer({ default: 12, minimum: 1, maximum: 100 }),
  MAIL_KEEP_DAYS: Type.Integer({ default: 14, minimum: 1, maximum: 365 }),
  SHUTDOWN_TIMEOUT_MS: Type.Integer({ default: 10_000, minimum: 0 }),
});

/** The configuration; outside production mails become files, and links lead to this machine. */
export function readMailConfig(app: FastifyInstance) {
  const required = ['SMTP_URL', 'MAIL_FROM', 'APP_URL'] as const;
  const config = app.config(Config, { requiredInProduction: [...required] });
  const sender = readSender(config.MAIL_FROM ?? 'Server <server@localhost>');
  if (!sender) throw mistake('MAIL_FROM', 'an address like Shop <mail@example.com>');
  const appUrl = config.APP_URL ?? 'http://localhost:3000';
  if (!URL.canParse(appUrl)) throw mistake('APP_URL', webForm);
  return { ...config, sender, appUrl, smtp: smtpServer(config) };
}
export type MailConfig = ReturnType<typeof readMailConfig>;

function smtpServer({ SMTP_URL, SMTP_TLS }: ConfigOf<typeof Config>) {
  if (!SMTP_URL) return undefined;
  const url = URL.canParse(SMTP_URL) ? new URL(SMTP_URL) : undefined;
  if (!url?.hostname || !isDecodable(url)) throw mistake('SMTP_URL', smtpForm);
  const tls = url.protocol === 'smtps:' ? 'from-the-start' : SMTP_TLS;
  if (tls === 'off' && url.username)
    throw mistake('SMTP_TLS', 'required when SMTP_URL holds a password');
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(url.port) || (tls === 'from-the-start' ? 465 : 587),
    tls,
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  };
}

function isDecodable({ username, password }: URL) {
  try {
    return decodeURIComponent(username + password) !== undefined;
  } catch {
    return false;
  }
}

const mistake = (name: string, form: string) =>
  Object.assign(new Error(`The environment variable ${name} must be ${form}.`), {
    name: 'ConfigError',
  });

import type { FastifyRequest } from 'fastify';
import type { Database } from './database.ts';

export type MailLanguage = 'en' | 'ru';

export interface Mail {
  to: string;
  subject: string;
  /** Paragraphs between empty lines; a web address on a line of its own becomes a link. */
  text: string;
  /** Made of `text` when it is absent. */
  html?: string;
  language?: MailLanguage;
  /** For callers that may repeat themselves: a second mail with the same key is not sent. */
  key?: string;
  /** When it is of no use any more, as when its link ends: it is not sent after that. */
  expiresAt?: Date;
}

export interface Mailer {
  /**
   * Resolves when the mail is kept for delivery. Given a transaction, it is written with the rest
   * of the work: it leaves after the commit, or never.
   */
  send(mail: Mail, db?: Database): Promise<void>;
  /** Address of a page of the web app, for links in mails: `link('/reset-password', { token })`. */
  link(path: string, query?: Record<string, string>): string;
  /** Language of the mails that a request causes. */
  languageOf(request: FastifyRequest): MailLanguage;
}

declare module 'fastify' {
  interface FastifyInstance {
    mailer: Mailer;
  }
}

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html?: string;
}

export interface Mailer {
  /** Resolves when the mail is accepted for delivery. */
  send(mail: Mail): Promise<void>;
  /** Address of a page of the web app, for links in mails: `link('/reset-password', { token })`. */
  link(path: string, query?: Record<string, string>): string;
}

declare module 'fastify' {
  interface FastifyInstance {
    mailer: Mailer;
  }
}

import type { Mail, Mailer, MailLanguage } from '../../../../contracts/mailer.ts';

/** What a mail says in each language, around one link. */
export type Letter = Record<MailLanguage, (link: string) => Pick<Mail, 'subject' | 'text'>>;

export interface Recipient {
  to: string;
  language: MailLanguage;
}

/** Mails hold nothing that a stranger typed: otherwise they could be made to say anything. */
export const write =
  (letter: Letter, path: string) =>
  ({ link }: Mailer, { to, language }: Recipient, token?: string): Mail => ({
    to,
    language,
    ...letter[language](link(path, token === undefined ? {} : { token })),
  });

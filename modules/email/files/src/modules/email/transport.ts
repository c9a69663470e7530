import type { OutgoingMail } from './table.ts';

/** A way for mails to leave. */
export interface Transport {
  /** Rejects when the mail was not accepted, or nobody knows whether it was. */
  send(mail: OutgoingMail, signal: AbortSignal): Promise<unknown>;
  close(): void;
}

/** The same at each attempt, so that whoever gets a mail twice can tell. */
export const messageId = ({ id }: OutgoingMail, from: string) => `<${id}@${from.split('@')[1]}>`;

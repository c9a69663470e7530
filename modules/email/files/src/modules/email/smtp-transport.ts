import { createTransport } from 'nodemailer';
import type { MailConfig } from './mail-config.ts';
import type { Sender } from './read-sender.ts';
import { messageId, type Transport } from './transport.ts';

interface Options {
  server: NonNullable<MailConfig['smtp']>;
  sender: Sender;
  connections: number;
  timeoutMs: number;
}

/** Sends mails to an SMTP server over a few connections that stay open for a while. */
export function smtpTransport({ server, sender, connections, timeoutMs }: Options): Transport {
  const { host, port, tls, user, password } = server;
  // Looking up, connecting and the greeting end before the attempt is aborted: it must be known that
  // the server was not even there.
  const connectMs = Math.min(10_000, timeoutMs / 3);
  const pool = createTransport({
    pool: true,
    maxConnections: connections,
    // The outbox repeats attempts. By itself the pool would send a mail anew after a lost answer.
    maxRequeues: 0,
    idleTimeout: 10_000,
    host,
    port,
    secure: tls === 'from-the-start',
    ...(tls === 'off' ? { ignoreTLS: true } : { requireTLS: true }),
    tls: { minVersion: 'TLSv1.2' },
    ...(user && { auth: { user, pass: password } }),
    dnsTimeout: connectMs,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  return {
    send: (mail, signal) =>
      pool.sendMail({
        from: sender,
        to: { name: '', address: mail.recipient },
        envelope: { from: sender.address, to: [mail.recipient] },
        subject: mail.subject,
        text: mail.text ?? '',
        html: mail.html ?? '',
        messageId: messageId(mail, sender.address),
        date: mail.createdAt,
        // Keeps holiday notices from answering.
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
        signal,
      }),
    close: () => pool.close(),
  };
}

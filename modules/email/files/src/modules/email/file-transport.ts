import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import type { Sender } from './read-sender.ts';
import type { OutgoingMail } from './table.ts';
import { messageId, type Transport } from './transport.ts';

/**
 * Writes mails into a folder, for development: an .eml file that is read as it stands, and its
 * HTML for the browser.
 */
export const fileTransport = (dir: string, from: Sender, log: FastifyBaseLogger): Transport => ({
  async send(mail) {
    await mkdir(dir, { recursive: true });
    const path = join(dir, `${mail.id}.eml`);
    await writeFile(path, readable(mail, from));
    await writeFile(join(dir, `${mail.id}.html`), mail.html ?? '');
    log.info({ path }, 'without SMTP_URL mails are written to files');
  },
  close: () => {},
});

const readable = (mail: OutgoingMail, { name, address }: Sender) => `From: ${name} <${address}>
To: ${mail.recipient}
Subject: ${mail.subject}
Date: ${mail.createdAt.toUTCString()}
Message-ID: ${messageId(mail, address)}
Content-Language: ${mail.language}
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

${mail.text}`;

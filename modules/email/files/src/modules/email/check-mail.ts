import type { Mail } from '../../contracts/mailer.ts';

/** One address and nothing else: no second one, no display name, no header in disguise. */
export const isAddress = (text: string) =>
  text.length <= 254 && /^[^\s\p{C}@<>()[\]\\,;:"]{1,64}@[^\s\p{C}@<>()[\]\\,;:"]+$/u.test(text);

const maxSubject = 200;
const maxText = 1_000_000;

/**
 * Refuses what could become another header or another recipient. The messages do not repeat what
 * they refuse.
 */
export function checkMail({ to, subject, text, html = '', key = '' }: Mail) {
  if (!isAddress(to)) throw new Error('A mail needs one plain address to go to.');
  if (subject.trim() === '' || subject.length > maxSubject || /[\p{Cc}\u2028\u2029]/u.test(subject))
    throw new Error(`A mail needs a subject of one line, ${maxSubject} characters at most.`);
  if (text.length + html.length > maxText) throw new Error('This mail is too long.');
  // PostgreSQL stores every character but this one.
  if ((text + html + key).includes('\0')) throw new Error('A mail may not hold NUL characters.');
}

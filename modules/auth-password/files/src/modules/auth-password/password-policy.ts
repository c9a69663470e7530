import { commonPasswords } from './common-passwords.ts';

/** NIST SP 800-63B: length and guessability count, kinds of characters do not. */
export function passwordWeakness(password: string, email: string): string | undefined {
  const folded = password.normalize('NFKC').toLowerCase();
  const [localPart = ''] = email.toLowerCase().split('@');
  if (commonPasswords.has(folded)) return 'This password is among the first that get guessed.';
  if (/^(.{1,4})\1+.{0,3}$/su.test(folded)) return 'This password repeats itself.';
  if (localPart.length > 3 && folded.includes(localPart))
    return 'This password contains your e-mail address.';
  return undefined;
}

import { domainToASCII } from 'node:url';

/** Servers repeat the address in what they say about it; logs are no place for it. */
export function withoutRecipient(text: string, recipient: string): string {
  const [name, domain = ''] = recipient.split('@');
  const forms = [recipient, `${name}@${domainToASCII(domain)}`].map(escapePattern);
  return text.replaceAll(new RegExp(forms.join('|'), 'giu'), 'recipient');
}

const escapePattern = (text: string) => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');

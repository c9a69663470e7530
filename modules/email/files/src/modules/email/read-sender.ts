import { isAddress } from './check-mail.ts';

export interface Sender {
  name: string;
  address: string;
}

/** `Shop <mail@example.com>` or `mail@example.com`; undefined for anything else. */
export function readSender(text: string): Sender | undefined {
  const [, name = '', address = text.trim()] =
    /^([^<>"\p{Cc}]*)<([^<>]*)>$/u.exec(text.trim()) ?? [];
  return isAddress(address) ? { name: name.trim(), address } : undefined;
}

import { isIPv6 } from 'node:net';

const groupsOf = (part: string) => (part === '' ? [] : part.split(':'));

/** What counts as one client: an IPv4 address, or a /64 of IPv6, which one client owns whole. */
export function clientNetwork(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped || !isIPv6(ip)) return mapped ?? ip;
  // A URL holds each address in one way only, and takes no name of an interface (`%eth0`).
  const { hostname } = new URL(`http://[${ip.replace(/%.*/, '')}]`);
  const [head = '', tail = ''] = hostname.slice(1, -1).split('::');
  const [first, last] = [groupsOf(head), groupsOf(tail)];
  const zeros = Array.from({ length: 8 - first.length - last.length }, () => '0');
  return [...first, ...zeros, ...last].slice(0, 4).join(':');
}

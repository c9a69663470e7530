import { isIP } from 'node:net';
import { ConfigError } from './config-error.ts';

const ranges = ['loopback', 'linklocal', 'uniquelocal'];

/**
 * Proxies whose word about the client's address is taken. No hop counts and no `true`: both would
 * let a client choose its own address.
 */
export function trustedProxies(value: string): string[] | false {
  if (value === 'false') return false;
  const proxies = value.split(',').map((proxy) => proxy.trim());
  if (proxies.every((proxy) => ranges.includes(proxy) || isSubnet(proxy))) return proxies;
  throw new ConfigError(
    `The environment variable TRUST_PROXY must be false or a comma-separated list of IP addresses, ` +
      `subnets such as 10.0.0.0/8, and ${ranges.join(', ')}.`,
  );
}

function isSubnet(proxy: string) {
  const [address = '', prefix, ...rest] = proxy.split('/');
  const bits = isIP(address) === 6 ? 128 : 32;
  if (!isIP(address) || rest.length > 0) return false;
  return prefix === undefined || (/^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= bits);
}

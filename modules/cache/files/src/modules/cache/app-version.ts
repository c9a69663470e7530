import { readFileSync } from 'node:fs';

/** The version in a package.json, or `0` where there is none. */
export function appVersion(path: string): string {
  try {
    const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version?: unknown };
    return typeof version === 'string' ? version : '0';
  } catch {
    return '0';
  }
}

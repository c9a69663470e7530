import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pacote from 'pacote';
import type { OpenApi } from './open-api.ts';

/** The package is 385 MB unpacked, so it is read here once instead of being a dependency. */
export const source = {
  package: '@octokit/openapi',
  version: '23.0.2',
  integrity:
    'sha512-pV8M7L9GY23AybNvTmo2nyjmpmnt6+2sRE/tqr0ZLQcPS4lnw7u5eZGNmwRNkBC3D7gZXbFx5AHzLUVRBXGDhg==',
  file: 'generated/api.github.com.json',
};

/** GitHub's own description of its REST API, from exactly this package. */
export async function fetchDescription(): Promise<OpenApi> {
  const folder = await mkdtemp(join(tmpdir(), 'github-schema-'));
  try {
    const name = `${source.package}@${source.version}`;
    await pacote.extract(name, folder, { integrity: source.integrity });
    return JSON.parse(await readFile(join(folder, source.file), 'utf8'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

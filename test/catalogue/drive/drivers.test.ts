import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matrixTable } from '../../../scripts/catalogue/drive/authorization/matrix-table.ts';
import { checkDocument } from '../../../scripts/catalogue/drive/check-document.ts';
import { brokenServers } from './broken-servers.ts';
import { startSmallServer } from './small-server.ts';

const minutes = 60_000;
type Small = Awaited<ReturnType<typeof startSmallServer>>;

describe('a server that is as it should be', () => {
  let server: Small;
  beforeAll(async () => {
    server = await startSmallServer('sound');
  }, 3 * minutes);
  afterAll(async () => {
    expect(await server.stop()).toBe(0);
  });

  it(
    'has no findings of the fuzzer',
    async () => {
      expect(await server.fuzz(1500)).toEqual([]);
    },
    3 * minutes,
  );

  it(
    'lets in whom it should, and the matrix shows it',
    async () => {
      const { cells, findings } = await server.authorization();
      expect(findings).toEqual([]);
      const table = matrixTable(cells);
      expect(table).toContain('| `GET /folders/:id` | owner | 401 ✓ | 200 ✓ | 404 ✓ | 200 ✓ |');
      expect(table).toContain('| `POST /papers` | owner | 401 ✓ | 201 ✓ | 201 ✓ | 201 ✓ |');
      expect(table).toContain('| `POST /notices` | admin | 401 ✓ | 403 ✓ | 403 ✓ | 201 ✓ |');
      const unproven = cells.filter(({ proven }) => !proven).map(({ where }) => where);
      // The two take a password, which a driver does not know.
      expect(new Set(unproven)).toEqual(
        new Set(['POST /auth/login', 'POST /auth/change-password']),
      );
    },
    3 * minutes,
  );

  it('has a document that can be read', () => {
    expect(checkDocument(server.document)).toEqual([]);
  });
});

// A server each: `npm test` breaks a sample, one of each kind of question.
const thorough = process.env.SOTACODE_VERIFY === '1';
const sample = [
  'changes what is another owner’s',
  'lists what is another owner’s',
  'has no guard',
  'takes over a field that it does not name',
  'shows what is another tenant’s',
  'gives away a stack trace',
  'fails at a value',
];
const tried = Object.entries(brokenServers).filter(([name]) => thorough || sample.includes(name));
if (!thorough) console.warn('Skipped: other broken servers; npm run verify tries them all.');

describe.each(tried)('a server that %s', (name, each) => {
  it(
    `is found by the driver of ${each.driver}`,
    async () => {
      const server = await startSmallServer(name.replaceAll(/\W+/g, '-'), each);
      const findings =
        each.driver === 'fuzz' ? await server.fuzz(1500) : (await server.authorization()).findings;
      await server.stop();
      const told = findings.filter(({ where }) => where === each.where).map(({ what }) => what);
      expect(told.join('\n'), JSON.stringify(findings, null, 1)).toMatch(each.what);
    },
    5 * minutes,
  );
});

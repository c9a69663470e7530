import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CatalogueData } from '../../src/core/manifest/module.ts';
import { aPlan } from '../builders.ts';
import { catalogue, rendered, renderTo } from '../servers/render-to.ts';
import { runCommand } from '../servers/run-command.ts';

const providersOf = (capability: string) =>
  [...catalogue.modules.values()].filter(({ manifest }) => manifest.provides[capability]);

/** What a careless hand could break in `auth-session`: file, what stands there, what comes instead. */
const faults = [
  [
    'session-store.ts',
    'and(eq(sessions.id, id), eq(sessions.userId, userId))',
    'eq(sessions.id, id)',
  ],
  ['session-store.ts', 'and(eq(sessions.userId, userId), gt(', 'and(gt('],
  ['sessions.ts', 'people.forgetAll();', ''],
  ['use-session.ts', '|| session.expiresAt <= now', ''],
  ['require-identity.ts', "request.identity.role !== 'admin'", 'request.identity.userId === role'],
  ['require-identity.ts', 'const admin:', "const role = 'nobody';\n  const admin:"],
] as const;

const noticed = [
  'a route for admins lets admins in and forbids members',
  'an admin who is made a member loses the rights at once',
  'a credential does not last for ever',
  'shows where somebody is signed in, and nothing of others',
  'everywhere ends all sessions of this person only',
  "never reaches somebody else's",
  'another module ends all sessions of somebody',
];

function withFaults(): CatalogueData {
  const module = catalogue.modules.get('auth-session');
  if (!module) throw new Error('auth-session is gone');
  const files = new Map(module.files);
  for (const [name, right, wrong] of faults) {
    const path = `src/modules/auth-session/${name}`;
    const text = files.get(path) ?? '';
    expect(text).toContain(right);
    files.set(path, text.replace(right, wrong));
  }
  return {
    ...catalogue,
    modules: new Map([...catalogue.modules, [module.id, { ...module, files }]]),
  };
}

/** Titles of the tests of the contract that fail, and how many there are in all. */
async function runContract(folder: string) {
  const command =
    'vitest run test/modules/auth-session/contract.test.ts --reporter=json --outputFile=result.json || true';
  const { output } = await runCommand(folder, command);
  const { testResults } = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'));
  const all: { title: string; status: string }[] = testResults[0].assertionResults;
  expect(all.length, output).toBeGreaterThan(20);
  return all.filter(({ status }) => status !== 'passed').map(({ title }) => title);
}

describe.each(['identity', 'sessions'])('the contract of %s', (capability) => {
  it.each(providersOf(capability).map(({ id, files }) => [id, files] as const))(
    'is asked of %s',
    (id, files) => {
      const test = files.get(`test/modules/${id}/contract.test.ts`);
      expect(test).toContain(`${capability}Contract({`);
    },
  );

  it('is rendered where somebody provides it, and nowhere else', () => {
    const path = `test/contracts/${capability}.ts`;
    expect(rendered(aPlan(['auth-session'])).files.has(path)).toBe(true);
    expect(rendered(aPlan(['users'])).files.has(path)).toBe(false);
  });
});

describe('the suite', () => {
  it('passes for a provider that keeps its promises', async () => {
    expect(await runContract(await renderTo('right-identity', aPlan(['auth-session'])))).toEqual(
      [],
    );
  }, 180_000);

  it('names each promise that a provider breaks', async () => {
    const folder = await renderTo('wrong-identity', aPlan(['auth-session']), withFaults());
    expect((await runContract(folder)).sort()).toEqual(noticed.toSorted());
  }, 180_000);
});

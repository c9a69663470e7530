import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { treeCatalogue } from '../../src/registry/tree-catalogue.ts';
import { aPlan } from '../builders.ts';
import { rendered, renderTo } from '../servers/render-to.ts';
import { runCommand } from '../servers/run-command.ts';

const root = join(import.meta.dirname, '../..');
const withMailer = await treeCatalogue(root, [join(root, 'test/fixtures/modules')]).load();
const mailWords = /verify-email|forgot-password|reset-password|resend-verification/i;

/** `auth-password` sends mails when somebody provides a mailer, and knows nothing of them otherwise. */
describe('a capability that may be there', () => {
  it('brings routes, tables and tests that pass', async () => {
    const folder = await renderTo(
      'with-mailer',
      aPlan(['auth-password', 'test-mailer']),
      withMailer,
    );
    const checks =
      'tsc && biome check --error-on-warnings . && npm test -- test/modules/auth-password';
    const { code, output } = await runCommand(folder, checks);
    expect(code, output).toBe(0);
    expect(output).toMatch(/by-mail|reset/);
  }, 180_000);

  it('leaves no trace where it is not', () => {
    const { files } = rendered(aPlan(['auth-password']));
    const left = [...files].filter(([path, text]) => mailWords.test(path) || mailWords.test(text));
    expect(left.map(([path]) => path)).toEqual([]);
  });
});

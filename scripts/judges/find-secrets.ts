import { extname } from 'node:path';
import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import type { Tree } from '../../src/core/manifest/module.ts';
import type { Finding } from '../catalogue/finding.ts';

const id = '@secretlint/secretlint-rule-preset-recommend';

/** secretlint over every file of a server. */
export async function findSecrets(files: Tree): Promise<Finding[]> {
  const perFile = [...files].map(async ([filePath, content]) => {
    const { messages } = await lintSource({
      source: { content, filePath, ext: extname(filePath), contentType: 'text' },
      options: { config: { rules: [{ id, rule: creator }] } },
    });
    return messages.map(({ message, loc }) => ({
      check: 'secrets',
      where: `${filePath}:${loc.start.line}`,
      // The tool quotes the secret.
      what: message.replace(/:.*/s, '.'),
      fix: 'Take the secret out, and change it where it is valid.',
    }));
  });
  return (await Promise.all(perFile)).flat();
}

import type { Check } from '../check.ts';
import type { Finding } from '../finding.ts';
import { inServers } from '../server/in-servers.ts';
import type { RenderedServer } from '../server/rendered-server.ts';

/** Asked last: it also judges what the server logged while all other checks asked it. */
export const stops: Check = {
  id: 'stops',
  title: 'its servers stop with exit 0 and have logged no error',
  run: (subject) => inServers(subject, ending),
};

async function ending(server: RenderedServer): Promise<Finding[]> {
  await server.start();
  const { code = null, output = '' } = (await server.stop()) ?? {};
  const errors = output.split('\n').filter((line) => /"level":(50|60)\b/.test(line));
  const bad = code === 0 ? [] : [`it stops with exit ${code}`];
  return [...bad, ...errors.slice(0, 3).map((line) => `it logs ${line.slice(0, 400)}`)].map(
    (what) => ({
      check: 'stops',
      where: `the server "${server.name}"`,
      what,
      fix: 'close in onClose what was opened, and answer what can be expected without an error',
    }),
  );
}

import type { Check } from '../check.ts';
import { inServers } from '../server/in-servers.ts';
import type { RenderedServer } from '../server/rendered-server.ts';

export const types: Check = {
  id: 'types',
  title: 'its servers type-check',
  run: (subject) => inServers(subject, typeErrors),
};

async function typeErrors(server: RenderedServer) {
  const { code, output } = await server.run('tsc --pretty false');
  if (code === 0) return [];
  const errors = [...output.matchAll(/^(\S+)\((\d+),\d+\): error (TS\d+: .+)$/gm)];
  const found = errors.map(([, file, line, error]) => ({
    where: `${file}:${line}`,
    what: `${error}`,
  }));
  const all = found.length > 0 ? found : [{ where: server.name, what: output.slice(0, 1000) }];
  const fix = `mend it; npm run render shows it in the server "${server.name}"`;
  return all.map((each) => ({ check: 'types', ...each, fix }));
}

import type { Check } from '../check.ts';
import { inServers } from '../server/in-servers.ts';
import type { RenderedServer } from '../server/rendered-server.ts';

export const lint: Check = {
  id: 'lint',
  title: 'its servers follow their own rules of style',
  run: (subject) => inServers(subject, breaches),
};

async function breaches(server: RenderedServer) {
  const { code, output } = await server.run('biome check --error-on-warnings --reporter=github .');
  if (code === 0) return [];
  const lines = [...output.matchAll(/^::\w+ title=([^,]+),file=([^,]+),line=(\d+),.*?::(.*)$/gm)];
  const found = lines.map(([, rule, file, line, message]) => {
    return { where: `${file}:${line}`, what: `${rule}: ${message}` };
  });
  const all = found.length > 0 ? found : [{ where: server.name, what: output.slice(0, 1000) }];
  return all.map((each) => ({ check: 'lint', ...each, fix: 'npm run format mends most of it' }));
}

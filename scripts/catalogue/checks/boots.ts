import type { Check } from '../check.ts';
import { inServers } from '../server/in-servers.ts';
import type { RenderedServer } from '../server/rendered-server.ts';

export const boots: Check = {
  id: 'boots',
  title: 'its servers build, start with no configuration and answer',
  run: (subject) => inServers(subject, answers),
};

async function answers(server: RenderedServer) {
  const { url } = await server.start();
  const asked = ['/health/live', '/health/ready', '/openapi.json'].map(async (path) => {
    const answer = await fetch(`${url}${path}`);
    // What nobody reads keeps its connection busy, and the server from stopping.
    await answer.arrayBuffer();
    return { path, status: answer.status };
  });
  return (await Promise.all(asked))
    .filter(({ status }) => status !== 200)
    .map(({ path, status }) => ({
      check: 'boots',
      where: `GET ${path} (${server.name})`,
      what: `it answers ${status}`,
      fix: 'make the server ready with the defaults of its variables',
    }));
}

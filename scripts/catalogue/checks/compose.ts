import { parse } from 'yaml';
import type { Check } from '../check.ts';

interface Service {
  [field: string]: unknown;
}

/** What gives a container rights over its host, and how it shows. */
const hazards: [name: string, has: (service: Service) => boolean][] = [
  ['privileged', ({ privileged }) => privileged === true],
  ['cap_add', ({ cap_add }) => cap_add !== undefined],
  ['network_mode: host', ({ network_mode }) => network_mode === 'host'],
  ['pid: host', ({ pid }) => pid === 'host'],
  ['the socket of Docker', ({ volumes }) => JSON.stringify(volumes ?? '').includes('docker.sock')],
];

/** Trivy does not read Compose files. */
export const compose: Check = {
  id: 'compose',
  title: 'Compose gives no container rights over its host',
  run: async (subject) => {
    const texts = subject.servers().map((server) => server.rendered().files.get('compose.yaml'));
    const found = [...new Set(texts)].flatMap((text) =>
      Object.entries(servicesIn(text)).flatMap(([name, service]) =>
        hazards
          .filter(([, has]) => has(service))
          .map(([hazard]) => ({
            check: 'compose',
            where: `compose.yaml: services.${name}`,
            what: `it has ${hazard}`,
            fix: 'drop it, or give the one right that is needed in another way',
          })),
      ),
    );
    return [...new Map(found.map((each) => [each.where + each.what, each])).values()];
  },
};

const servicesIn = (text = ''): Record<string, Service> =>
  (parse(text) as { services?: Record<string, Service> } | null)?.services ?? {};

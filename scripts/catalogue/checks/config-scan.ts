import { canScanConfigs, scanConfigs } from '../../judges/scan-configs.ts';
import type { Check } from '../check.ts';
import { inServers } from '../server/in-servers.ts';

/** Module files that Trivy knows how to read. */
const scanned = /(^|\/)Dockerfile|\.ya?ml$|\.tf$/;

export const configScan: Check = {
  id: 'config-scan',
  title: 'Trivy finds nothing HIGH or CRITICAL in container and deployment files',
  run: async (subject) => {
    const own = [...subject.module.templates.keys(), ...subject.module.files.keys()];
    const paths = own.map((path) => path.replace(/\.hbs$/, ''));
    if (!paths.some((path) => scanned.test(path) && !path.startsWith('.github/'))) {
      return subject.skip('it has no such files');
    }
    if (!canScanConfigs) return subject.skip('npm has no Trivy for this platform');
    return (await inServers(subject, async (server) => scanConfigs(await server.folder()))).flat();
  },
};

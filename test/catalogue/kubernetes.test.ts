import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { canScanConfigs, scanConfigs } from '../../scripts/judges/scan-configs.ts';
import { resolve } from '../../src/core/resolve/resolve.ts';
import { aPlan } from '../builders.ts';
import { catalogue, rendered, renderTo } from '../servers/render-to.ts';
import { everything } from './everything.ts';
import { KubernetesManifest } from './kubernetes/manifest-schema.ts';

const { entities = [], relations = [] } =
  catalogue.blueprints.find(({ id }) => id === 'shop')?.plan ?? {};
const folder = 'deploy/kubernetes/';
const kubernetes = catalogue.modules.get('kubernetes');
if (!kubernetes) throw new Error('There is no module kubernetes.');

describe.each([
  ['bare', aPlan(['kubernetes'])],
  ['shop', aPlan(['kubernetes', 'auth-password', 'cart', 'orders'], { entities, relations })],
  ['everything', aPlan(everything(), { entities, relations })],
])('the manifests of a server: %s', (name, plan) => {
  const { files } = rendered(plan);
  const text = (file: string) => files.get(folder + file) ?? '';
  const names = [...files.keys()].filter((path) => path.startsWith(folder) && /\.yaml$/.test(path));
  const manifests = names
    .map((path) => path.slice(folder.length))
    .filter((file) => file !== 'kustomization.yaml')
    .map((file) => [file, KubernetesManifest.parse(parse(text(file)))] as const);
  const manifestOf = (file: string) => manifests.find(([each]) => each === file)?.[1];
  const kustomization = parse(text('kustomization.yaml'));
  const resolved = resolve(plan, catalogue);
  const modules = resolved.ok ? resolved.value.modules.map(({ module }) => module.manifest) : [];
  const env = modules.flatMap((manifest) => manifest.env);
  const volumes = modules.flatMap((manifest) => manifest.volumes);
  const provided = new Set(modules.flatMap(({ provides }) => Object.keys(provides)));

  it('names in its kustomization exactly what is to be applied', () => {
    const apart = ['ingress.example.yaml', 'pod-monitor.yaml', 'secret.example.yaml'];
    const applied = manifests.map(([file]) => file).filter((file) => !apart.includes(file));
    expect(kustomization.resources.toSorted()).toEqual(applied.toSorted());
  });

  it('has each variable of each module once, the secret ones without a value in the Secret', () => {
    const line = /^ {2}(?:# )?([A-Z][A-Z0-9_]*): "/gm;
    const listed = (file: string) => [...text(file).matchAll(line)].map(([, each]) => each).sort();
    const namesOf = (secret: boolean) =>
      [...new Set(env.filter((each) => each.secret === secret).map((each) => each.name))].sort();
    expect(listed('config-map.yaml')).toEqual(namesOf(false));
    expect(listed('secret.example.yaml')).toEqual(namesOf(true));
    const secret = manifestOf('secret.example.yaml');
    const values = secret?.kind === 'Secret' ? secret.stringData : { missing: 'secret' };
    expect(Object.keys(values).sort()).toEqual(namesOf(true));
    expect(Object.values(values).filter(Boolean)).toEqual([]);
  });

  it('asks for what must be set, and sets what differs in a cluster', () => {
    const configMap = manifestOf('config-map.yaml');
    const data = configMap?.kind === 'ConfigMap' ? configMap.data : {};
    expect(data).toEqual({
      ...{ NODE_ENV: 'production', PORT: '3000' },
      ...{ HEALTH_DRAIN_MS: '5000', SHUTDOWN_TIMEOUT_MS: '25000' },
      ...(provided.has('metrics') && { METRICS_HOST: '0.0.0.0', METRICS_PORT: '9464' }),
      ...(provided.has('migrations') && { MIGRATE_ON_START: 'false' }),
      ...(provided.has('jobs') && { JOBS_WORKER: 'false' }),
      ...Object.fromEntries(
        env.filter(({ required, secret }) => required && !secret).map((each) => [each.name, '']),
      ),
      ...Object.fromEntries(volumes.map((each) => [each.env, each.path])),
    });
  });

  it('stops pods later than the server stops itself', () => {
    for (const [, manifest] of manifests) {
      if (manifest.kind !== 'Deployment') continue;
      expect(manifest.spec.template.spec.terminationGracePeriodSeconds).toBeGreaterThan(25);
    }
  });

  it('selects its own pods, and asks for routes that are served', () => {
    const paths = rendered(plan).endpoints.map(({ path }) => path);
    for (const [file, manifest] of manifests) {
      if (manifest.kind !== 'Deployment') continue;
      const { selector, template } = manifest.spec;
      expect(template.metadata.labels, file).toMatchObject(selector.matchLabels);
      const [container] = template.spec.containers;
      const probed = [container?.startupProbe, container?.livenessProbe, container?.readinessProbe];
      for (const probe of probed) {
        if (!probe) continue;
        expect([...paths, '/metrics']).toContain(probe.httpGet.path);
        expect(container?.ports?.map((port) => port.name)).toContain(probe.httpGet.port);
      }
    }
  });

  it('runs commands that the image has', () => {
    const dist = [...files.keys()].map((path) => path.replace(/^src\/(.*)\.ts$/, 'dist/$1.js'));
    for (const [, manifest] of manifests) {
      if (manifest.kind !== 'Deployment' && manifest.kind !== 'Job') continue;
      const [command] = manifest.spec.template.spec.containers;
      const [, , script = 'dist/server.js'] = command?.command ?? [];
      expect(dist).toContain(script);
    }
  });

  it('opens the doors that modules declare, that of metrics to monitoring alone', () => {
    const policy = manifestOf('network-policy.yaml');
    if (policy?.kind !== 'NetworkPolicy') throw new Error('There is no network policy.');
    const open = policy.spec.egress.flatMap(({ ports }) => ports.map(({ port }) => port));
    const declared = [
      ...modules.flatMap((each) => each.services.map(({ port }) => port)),
      ...new Set(modules.flatMap((each) => each.egress.map(({ port }) => port))),
    ];
    expect(open).toEqual([53, 53, ...declared]);
    const monitoring = { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } };
    expect(policy.spec.ingress.filter(({ ports }) => ports[0]?.port === 'metrics')).toEqual(
      provided.has('metrics')
        ? [
            {
              from: [{ namespaceSelector: monitoring }],
              ports: [{ port: 'metrics', protocol: 'TCP' }],
            },
          ]
        : [],
    );
  });

  it('mounts what modules keep, wherever the server may write', () => {
    const claims = volumes.map(({ name }) => `${plan.name}-${name}`);
    expect(volumes.length > 0).toBe(provided.has('files'));
    expect(files.has(`${folder}persistent-volume-claims.yaml`)).toBe(volumes.length > 0);
    for (const [, manifest] of manifests) {
      if (manifest.kind === 'PersistentVolumeClaim')
        expect(claims).toContain(manifest.metadata.name);
      if (manifest.kind !== 'Deployment') continue;
      const { containers, volumes: mounts } = manifest.spec.template.spec;
      const mounted = containers[0]?.volumeMounts.map(({ mountPath }) => mountPath);
      expect(mounted).toEqual(['/tmp', ...volumes.map(({ path }) => path)]);
      expect(
        mounts.flatMap((each) => ('emptyDir' in each ? [] : each.persistentVolumeClaim)),
      ).toEqual(claims.map((claimName) => ({ claimName })));
    }
    const dockerfile = files.get('Dockerfile') ?? '';
    const compose = parse(files.get('compose.yaml') ?? '');
    for (const { name, env: variable, path } of volumes) {
      expect(dockerfile).toContain(`install -d -o node -g node ${path}\n`);
      expect(dockerfile).toContain(`${variable}=${path}`);
      expect(compose.services.server.volumes).toContain(`${name}-data:${path}`);
      expect(compose.volumes).toHaveProperty(`${name}-data`);
    }
  });

  it('has the parts that the other modules call for', () => {
    const has = (file: string) => files.has(folder + file);
    expect(has('migrate-job.yaml')).toBe(provided.has('migrations'));
    expect(has('worker-deployment.yaml')).toBe(provided.has('jobs'));
    expect(has('pod-monitor.yaml')).toBe(provided.has('metrics'));
  });

  it.skipIf(!canScanConfigs)(
    'leaves nothing for a scanner to find',
    async () => {
      expect(await scanConfigs(await renderTo(`kubernetes-${name}`, plan))).toEqual([]);
    },
    120_000,
  );
});

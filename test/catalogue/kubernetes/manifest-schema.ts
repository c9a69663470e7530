import { z } from 'zod';
import { labels, metadata, podTemplate, selector } from './pod.ts';

const manifest = <Kind extends string, Rest extends z.ZodRawShape>(
  apiVersion: string,
  kind: Kind,
  rest: Rest,
) =>
  z.strictObject({ apiVersion: z.literal(apiVersion), kind: z.literal(kind), metadata, ...rest });

const deployment = z.strictObject({
  replicas: z.int().min(2).optional(),
  revisionHistoryLimit: z.int(),
  strategy: z.strictObject({
    type: z.literal('RollingUpdate'),
    rollingUpdate: z.strictObject({ maxUnavailable: z.literal(0), maxSurge: z.literal(1) }),
  }),
  selector,
  template: podTemplate,
});
const job = z.strictObject({
  backoffLimit: z.int(),
  activeDeadlineSeconds: z.int(),
  ttlSecondsAfterFinished: z.int(),
  template: podTemplate,
});
const service = z.strictObject({
  type: z.literal('ClusterIP'),
  selector: labels,
  ports: z.array(
    z.strictObject({
      name: z.literal('http'),
      port: z.literal(80),
      targetPort: z.literal('http'),
      protocol: z.literal('TCP'),
    }),
  ),
});
const autoscaler = z.strictObject({
  scaleTargetRef: z.strictObject({
    apiVersion: z.literal('apps/v1'),
    kind: z.literal('Deployment'),
    name: z.string(),
  }),
  minReplicas: z.int().min(2),
  maxReplicas: z.int(),
  metrics: z.array(
    z.strictObject({
      type: z.literal('Resource'),
      resource: z.strictObject({
        name: z.literal('cpu'),
        target: z.strictObject({
          type: z.literal('Utilization'),
          averageUtilization: z.int().min(1).max(100),
        }),
      }),
    }),
  ),
  behavior: z.strictObject({
    scaleDown: z.strictObject({ stabilizationWindowSeconds: z.int().max(3600) }),
  }),
});
const ports = z.array(
  z.strictObject({ port: z.union([z.int(), z.string()]), protocol: z.enum(['TCP', 'UDP']) }),
);
const peers = z.array(
  z.union([
    z.strictObject({ namespaceSelector: selector }),
    z.strictObject({ podSelector: z.strictObject({}) }),
  ]),
);
const claim = z.strictObject({
  accessModes: z.tuple([z.literal('ReadWriteMany')]),
  resources: z.strictObject({ requests: z.strictObject({ storage: z.string().regex(/^\d+Gi$/) }) }),
});
const networkPolicy = z.strictObject({
  podSelector: selector,
  policyTypes: z.tuple([z.literal('Ingress'), z.literal('Egress')]),
  ingress: z.array(z.strictObject({ from: peers.optional(), ports })),
  egress: z.array(z.strictObject({ to: peers.optional(), ports })),
});
const path = z.strictObject({
  path: z.literal('/'),
  pathType: z.literal('Prefix'),
  backend: z.strictObject({
    service: z.strictObject({ name: z.string(), port: z.strictObject({ name: z.string() }) }),
  }),
});
const ingress = z.strictObject({
  ingressClassName: z.string(),
  tls: z.array(z.strictObject({ hosts: z.array(z.string()), secretName: z.string() })),
  rules: z.array(
    z.strictObject({ host: z.string(), http: z.strictObject({ paths: z.array(path) }) }),
  ),
});
const podMonitor = z.strictObject({
  selector,
  podMetricsEndpoints: z.array(
    z.strictObject({
      port: z.literal('metrics'),
      path: z.literal('/metrics'),
      interval: z.string(),
    }),
  ),
});

/** Our manifests, more narrowly than Kubernetes takes them: a slip of the pen is an unknown field. */
export const KubernetesManifest = z.discriminatedUnion('kind', [
  manifest('v1', 'Namespace', {}),
  manifest('v1', 'ServiceAccount', { automountServiceAccountToken: z.literal(false) }),
  manifest('v1', 'ConfigMap', { data: z.record(z.string(), z.string()) }),
  manifest('v1', 'Secret', {
    type: z.literal('Opaque'),
    stringData: z.record(z.string(), z.string()),
  }),
  manifest('v1', 'PersistentVolumeClaim', { spec: claim }),
  manifest('v1', 'Service', { spec: service }),
  manifest('apps/v1', 'Deployment', { spec: deployment }),
  manifest('batch/v1', 'Job', { spec: job }),
  manifest('autoscaling/v2', 'HorizontalPodAutoscaler', { spec: autoscaler }),
  manifest('policy/v1', 'PodDisruptionBudget', {
    spec: z.strictObject({ maxUnavailable: z.literal(1), selector }),
  }),
  manifest('networking.k8s.io/v1', 'NetworkPolicy', { spec: networkPolicy }),
  manifest('networking.k8s.io/v1', 'Ingress', { spec: ingress }),
  manifest('monitoring.coreos.com/v1', 'PodMonitor', { spec: podMonitor }),
]);
export type KubernetesManifest = z.infer<typeof KubernetesManifest>;

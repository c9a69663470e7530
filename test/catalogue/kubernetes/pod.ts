import { z } from 'zod';

/** What we use of Kubernetes' pods, and nothing that would weaken them. */
export const labels = z.record(
  z.string(),
  z.string().regex(/^[a-zA-Z0-9]([\w.-]{0,61}[a-zA-Z0-9])?$/),
);
export const selector = z.strictObject({ matchLabels: labels });
const name = z.string().regex(/^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/);
export const metadata = z.strictObject({
  name,
  namespace: name.optional(),
  labels,
  annotations: z.record(z.string(), z.string()).optional(),
});

const probe = z.strictObject({
  httpGet: z.strictObject({ path: z.string().startsWith('/'), port: z.enum(['http', 'metrics']) }),
  initialDelaySeconds: z.int().min(0).optional(),
  periodSeconds: z.int().min(1),
  timeoutSeconds: z.int().min(1).optional(),
  failureThreshold: z.int().min(1),
});
const source = z.strictObject({ name });
const quantities = z.strictObject({
  cpu: z
    .string()
    .regex(/^\d+m$/)
    .optional(),
  memory: z.string().regex(/^\d+Mi$/),
});
const container = z.strictObject({
  name,
  image: name,
  command: z.array(z.string()).optional(),
  ports: z
    .array(
      z.strictObject({
        name: z.string().max(15),
        containerPort: z.int().min(1024).max(65_535),
        protocol: z.literal('TCP'),
      }),
    )
    .optional(),
  envFrom: z.array(
    z.union([z.strictObject({ configMapRef: source }), z.strictObject({ secretRef: source })]),
  ),
  startupProbe: probe.optional(),
  livenessProbe: probe.optional(),
  readinessProbe: probe.optional(),
  resources: z.strictObject({ requests: quantities, limits: quantities }),
  securityContext: z.strictObject({
    allowPrivilegeEscalation: z.literal(false),
    readOnlyRootFilesystem: z.literal(true),
    capabilities: z.strictObject({ drop: z.tuple([z.literal('ALL')]) }),
  }),
  volumeMounts: z.array(z.strictObject({ name, mountPath: z.string().startsWith('/') })),
});
const spread = z.strictObject({
  maxSkew: z.literal(1),
  topologyKey: z.enum(['topology.kubernetes.io/zone', 'kubernetes.io/hostname']),
  whenUnsatisfiable: z.literal('ScheduleAnyway'),
  labelSelector: selector,
});

export const podTemplate = z.strictObject({
  metadata: z.strictObject({ labels, annotations: z.record(z.string(), z.string()).optional() }),
  spec: z.strictObject({
    serviceAccountName: name,
    automountServiceAccountToken: z.literal(false),
    securityContext: z.strictObject({
      runAsNonRoot: z.literal(true),
      runAsUser: z.literal(1000),
      runAsGroup: z.literal(1000),
      fsGroup: z.literal(1000),
      seccompProfile: z.strictObject({ type: z.literal('RuntimeDefault') }),
    }),
    terminationGracePeriodSeconds: z.int().min(1).optional(),
    restartPolicy: z.literal('Never').optional(),
    topologySpreadConstraints: z.array(spread).length(2).optional(),
    containers: z.array(container).length(1),
    volumes: z.array(
      z.union([
        z.strictObject({ name, emptyDir: z.strictObject({ sizeLimit: z.string() }) }),
        z.strictObject({ name, persistentVolumeClaim: z.strictObject({ claimName: name }) }),
      ]),
    ),
  }),
});

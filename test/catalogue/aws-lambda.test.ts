import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { resolve } from '../../src/core/resolve/resolve.ts';
import { aPlan } from '../builders.ts';
import { catalogue, rendered } from '../servers/render-to.ts';
import { everything } from './everything.ts';

interface Function {
  Type: string;
  DependsOn?: string;
  Properties: {
    Handler: string;
    Timeout: number;
    Environment?: { Variables: Record<string, string> };
  };
}

interface Template {
  Globals: { Function: { Environment: { Variables: Record<string, string> } } };
  Resources: Record<string, Function>;
}

/** CloudFormation's own tags, such as `!Ref`: what they stand for does not matter here. */
const customTags = ['Ref', 'Sub', 'GetAtt', 'If', 'Not', 'Equals', 'Join'].flatMap((name) => [
  { tag: `!${name}`, resolve: (text: string) => text },
  { tag: `!${name}`, collection: 'seq' as const },
]);

const { entities = [], relations = [] } =
  catalogue.blueprints.find(({ id }) => id === 'shop')?.plan ?? {};

describe.each([
  ['bare', aPlan(['aws-lambda'])],
  ['shop', aPlan(['aws-lambda', 'auth-password', 'cart', 'orders'], { entities, relations })],
  ['everything', aPlan(everything('aws-lambda'), { entities, relations })],
])('the SAM template of a server: %s', (_name, plan) => {
  const { files } = rendered(plan);
  const text = files.get('deploy/aws-lambda/template.yaml') ?? '';
  const document = parseDocument(text, { customTags });
  const template: Template = document.toJS();
  const resolved = resolve(plan, catalogue);
  const modules = resolved.ok ? resolved.value.modules.map(({ module }) => module.manifest) : [];
  const env = modules.flatMap((manifest) => manifest.env);
  const has = (capability: string) => modules.some(({ provides }) => capability in provides);
  const functions = Object.values(template.Resources).filter(
    ({ Type }) => Type === 'AWS::Serverless::Function',
  );

  it('is YAML without warnings', () => {
    expect([...document.errors, ...document.warnings]).toEqual([]);
  });

  it('names functions that the bundle has', () => {
    const handlers = functions.map(({ Properties }) => Properties.Handler);
    for (const handler of handlers)
      expect([...files.keys()]).toContain(`src/${handler.replace('.handler', '.ts')}`);
    expect(handlers.includes('lambda-migrate.handler')).toBe(has('migrations'));
  });

  it('has each setting of each module once, and no secret', () => {
    const listed = [...text.matchAll(/^ {8}(?:# )?([A-Z][A-Z0-9_]*): /gm)].map(([, each]) => each);
    const ofListening = ['HOST', 'PORT', 'METRICS_HOST', 'METRICS_PORT'];
    const settings = env.filter(({ secret }) => !secret).map(({ name }) => name);
    const secrets = env.filter(({ secret }) => secret).map(({ name }) => name);
    const values = template.Globals.Function.Environment.Variables;
    for (const name of new Set(settings))
      expect(listed.filter((each) => each === name)).toHaveLength(
        ofListening.includes(name) ? 0 : 1,
      );
    for (const name of secrets) expect(values).not.toHaveProperty(name);
  });

  it('keeps an environment from migrating, and from more than one connection', () => {
    expect(template.Globals.Function.Environment.Variables).toMatchObject({
      NODE_ENV: 'production',
      SECRETS_PATH: expect.stringMatching(/StackName/),
      ...(has('migrations') && { MIGRATE_ON_START: 'false' }),
      ...(has('database') && { DATABASE_POOL_MAX: '1' }),
    });
  });

  it('lets no code meet a database that is not migrated', () => {
    const { Server, Worker } = template.Resources;
    const expected = has('migrations') ? 'Migration' : undefined;
    expect(Server?.DependsOn).toBe(expected);
    if (Worker) expect(Worker.DependsOn).toBe(expected);
  });

  it('has a worker wherever something works by itself', () => {
    const works = ['jobs', 'mailer', 'files', 'payments', 'orders'].some(has);
    expect(template.Resources.Worker !== undefined).toBe(works);
  });
});

it.each([
  ['local', false],
  ['s3', true],
])('functions may use a bucket where uploads are kept in one: %s', (storage, may) => {
  const plan = aPlan(['aws-lambda', 'uploads', 'auth-password']);
  for (const module of plan.modules) if (module.id === 'uploads') module.options = { storage };
  const { files } = rendered(plan);
  const text = files.get('deploy/aws-lambda/template.yaml') ?? '';
  expect(text.includes('s3:GetObject')).toBe(may);
  expect(text.includes('S3_BUCKET: !Ref UploadsBucket')).toBe(may);
  expect(/:s3:::\$\{UploadsBucket\}\/files\/\*/.test(text)).toBe(may);
  expect(/^ {2}UploadsBucket:$/m.test(text)).toBe(may);
  const answers = files.get('deploy/aws-lambda/samconfig.toml') ?? '';
  expect(answers.includes('UploadsBucket=')).toBe(may);
  expect(files.get('README.md')?.includes('A function keeps no files')).toBe(!may);
});

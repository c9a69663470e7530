import type { Finding } from '../../finding.ts';
import { deref, type Operation, type Schema } from '../openapi.ts';
import { type Body, drawValue } from './bodies.ts';
import { makerOf, newBodies, newPlace } from './things.ts';
import { isDone, type People, type World } from './world.ts';

/** Fields that no caller sets, whatever the answers show. */
const always: Record<string, Schema> = {
  id: { type: 'string', format: 'uuid' },
  ownerId: { type: 'string', format: 'uuid' },
  userId: { type: 'string', format: 'uuid' },
  createdAt: { type: 'string', format: 'date-time' },
  updatedAt: { type: 'string', format: 'date-time' },
  version: { type: 'integer', minimum: 1000, maximum: 9999 },
  role: { const: 'admin' },
};

/** Sends every field that a route does not take, and sees that it is not taken over. */
export async function massAssignment(world: World): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { method, path } of world.declared.values()) {
    const operation = world.operations.get(`${method} ${path}`);
    if (!operation?.body || !['POST', 'PATCH', 'PUT'].includes(method)) continue;
    const people = await world.newPeople();
    findings.push(...(await checkWrites({ world, operation, people })));
  }
  return findings;
}

interface Writes {
  world: World;
  operation: Operation;
  people: People;
}

async function checkWrites(writes: Writes): Promise<Finding[]> {
  const { world, operation, people } = writes;
  const control = await workingWrite(writes);
  if (!control) return [];
  const findings: Finding[] = [];
  for (const [name, schema] of foreignFields(operation, world)) {
    const value = otherThan(control.result[name], () =>
      /^(owner|user)Id$/.test(name) ? people['member B'].userId : drawValue(schema, world.document),
    );
    const tried = () => write(writes, control.choice, { [name]: value });
    // What is drawn beside it may be refused for reasons of its own.
    const result = (await tried()) ?? (await tried());
    if (result && isTakenOver(result[name], value))
      findings.push(findingOf(operation.where, name, value));
  }
  return findings;
}

/** The fields of the answer and of every row that the body's schema does not name. */
function foreignFields({ body, responses }: Operation, { document }: World): [string, Schema][] {
  const taken = deref(body?.schema ?? {}, document).properties ?? {};
  const shown = Object.entries(responses)
    .filter(([status]) => status.startsWith('2'))
    .flatMap(([, { content = {} }]) => Object.values(content))
    .map(({ schema = {} }) => deref(schema, document).properties ?? {});
  const fields: Record<string, Schema> = Object.assign({}, ...shown, always);
  return Object.entries(fields).filter(([name]) => !(name in taken));
}

/** The first body that gets through, and what came of it. */
async function workingWrite(writes: Writes) {
  const { world, operation, people } = writes;
  const { length } = await newBodies(world, operation.where, people);
  for (let choice = 0; choice < length; choice += 1) {
    const result = await write(writes, choice, {});
    if (result) return { choice, result };
  }
  return;
}

/** Writes, and reads again what was written: null when it was refused. */
async function write({ world, operation, people }: Writes, choice: number, extra: Body) {
  const { method, where } = operation;
  const { path, id } = await newPlace(world, operation.path, people);
  const body = (await newBodies(world, where, people))[choice];
  const by = people[makerOf(world, where)];
  const answer = await world.ask(method, path, by, { ...body, ...extra });
  if (!isDone(answer)) return null;
  const answered = (answer.body ?? {}) as Body;
  const collection = operation.path.split('/{', 1)[0];
  const again = await world.ask('GET', `${collection}/${id ?? answered.id}`, people.admin);
  return isDone(again) ? ({ ...answered, ...(again.body as Body) } as Body) : answered;
}

function otherThan(current: unknown, draw: () => unknown): unknown {
  for (let tries = 0; tries < 20; tries += 1) {
    const value = draw();
    if (value !== current) return value;
  }
  return draw();
}

/** Moments may come back in another notation. */
function isTakenOver(result: unknown, sent: unknown): boolean {
  if (result === sent) return true;
  const [one, other] = [result, sent].map((each) => Date.parse(String(each)));
  return typeof sent === 'string' && typeof result === 'string' && one === other;
}

const findingOf = (where: string, name: string, value: unknown): Finding => ({
  check: 'authorization',
  where,
  what: `It takes over ${name} (${JSON.stringify(value)}), which its schema does not name.`,
  fix: 'Close the schema with additionalProperties: false and save named fields only.',
});

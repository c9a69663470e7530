import type { Access } from '../../../../src/core/plan/entity.ts';
import { foreignKey } from '../../../../src/core/plan/entity-names.ts';
import type { Plan } from '../../../../src/core/plan/plan.ts';
import { namesOf } from '../../../../src/core/render/entities/names.ts';
import type { Client, Shot } from '../client.ts';
import { encodeBody } from '../encode-body.ts';
import { jsonIn } from '../json-in.ts';
import { type OpenApi, type Operation, operationsOf } from '../openapi.ts';
import { commonTenant, naming, type Person, type SignIn } from '../person.ts';

/** A route as its author declared it: `render(...).endpoints`. */
export interface Declared {
  method: string;
  /** With parameters as `:id`. */
  path: string;
  access: Access;
}

export type Who = 'nobody' | 'member A' | 'member B' | 'admin' | 'outsider';

/** A owns what is made; B is as good as A, but owns nothing of it. */
export type People = Record<Exclude<Who, 'nobody' | 'outsider'>, Person> & {
  /** The admin of another tenant; on a server without tenants there is none. */
  outsider: Person | null;
};

export interface Answered {
  status: number;
  body: unknown;
  text: string;
}

/** The driven server, as the drivers of authorization see it. */
export interface World {
  document: OpenApi;
  /** By `GET /orders/:id`. */
  operations: ReadonlyMap<string, Operation>;
  declared: ReadonlyMap<string, Declared>;
  /** `/order-items orderId` -> `/orders`. */
  references: ReadonlyMap<string, string>;
  newPeople(): Promise<People>;
  ask(method: string, path: string, by: Person | null, body?: unknown): Promise<Answered>;
}

export function worldOf(
  { send }: Client,
  document: OpenApi,
  endpoints: readonly Declared[],
  signIn: SignIn,
  relations: Plan['relations'],
): World {
  const operations = new Map(operationsOf(document).map((each) => [each.where, each]));
  const hasTenants = [...operations.values()].some(({ isOfTenant }) => isOfTenant);
  const visitor = hasTenants ? naming(commonTenant) : {};
  return {
    document,
    operations,
    declared: new Map(endpoints.map((each) => [`${each.method} ${each.path}`, each])),
    references: new Map(
      relations
        .filter(({ kind }) => kind === 'one-to-many')
        .map((each) => [`/${pathOf(each.to)} ${foreignKey(each)}`, `/${pathOf(each.from)}`]),
    ),
    newPeople: async () => ({
      'member A': await signIn('member'),
      'member B': await signIn('member'),
      admin: await signIn('admin'),
      outsider: hasTenants ? await signIn('admin', 'elsewhere') : null,
    }),
    async ask(method, path, by, body) {
      const shot: Shot = { method, path, headers: by?.headers ?? visitor };
      if (body !== undefined) {
        const { type, text } = await encodeBody(
          operations.get(`${method} ${path}`),
          document,
          body,
        );
        shot.headers = { ...shot.headers, 'content-type': type };
        shot.body = text;
      }
      const answer = await send(shot);
      return { status: answer.status, body: jsonIn(answer.body), text: answer.body };
    },
  };
}

const pathOf = (entity: string) => namesOf(entity).path;

/** Everybody whose answers matter at a route; who owns what it is about comes last. */
export const everybodyAt = (operation: Operation | undefined): readonly Who[] => [
  'nobody',
  ...(operation?.isOfTenant ? (['outsider'] as const) : []),
  'member B',
  'admin',
  'member A',
];

export const personOf = (people: People, who: Who): Person | null =>
  who === 'nobody' ? null : people[who];

/** The people as somebody's own things are made for: an outsider has nobody else in their tenant. */
export function actingAs(people: People, who: Who): People {
  const a = personOf(people, who) ?? people['member A'];
  return { ...people, 'member A': a, ...(who === 'outsider' && { admin: a }) };
}

export const isDone = ({ status }: Answered) => status >= 200 && status < 300;

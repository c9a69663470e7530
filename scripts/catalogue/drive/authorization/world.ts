import type { Access } from '../../../../src/core/plan/entity.ts';
import { foreignKey } from '../../../../src/core/plan/entity-names.ts';
import type { Plan } from '../../../../src/core/plan/plan.ts';
import { namesOf } from '../../../../src/core/render/entities/names.ts';
import type { Client, Shot } from '../client.ts';
import { jsonIn } from '../json-in.ts';
import { type OpenApi, type Operation, operationsOf } from '../openapi.ts';
import type { Person, SignIn } from '../person.ts';

/** A route as its author declared it: `render(...).endpoints`. */
export interface Declared {
  method: string;
  /** With parameters as `:id`. */
  path: string;
  access: Access;
}

export type Who = 'nobody' | 'member A' | 'member B' | 'admin';
export const everybody: readonly Who[] = ['nobody', 'member B', 'admin', 'member A'];

/** A owns what is made; B is as good as A, but owns nothing of it. */
export type People = Record<Exclude<Who, 'nobody'>, Person>;

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
  return {
    document,
    operations: new Map(operationsOf(document).map((each) => [each.where, each])),
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
    }),
    async ask(method, path, by, body) {
      const type = body === undefined ? {} : { 'content-type': 'application/json' };
      const headers = { ...by?.headers, ...type };
      const shot: Shot = { method, path, headers };
      const answer = await send({
        ...shot,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return { status: answer.status, body: jsonIn(answer.body), text: answer.body };
    },
  };
}

const pathOf = (entity: string) => namesOf(entity).path;

export const personOf = (people: People, who: Who): Person | null =>
  who === 'nobody' ? null : people[who];

export const isDone = ({ status }: Answered) => status >= 200 && status < 300;

import type { Access } from '../../plan/entity.ts';
import { type EntityModel, isManaged, type JoinModel, managedColumns } from './entity-model.ts';
import { withArticle, words } from './names.ts';
import { isLimited, managersOf } from './permissions-of.ts';

export interface Endpoint {
  method: string;
  path: string;
  access: Access;
  /** Whose holders may, too. */
  roles?: string[];
  summary: string;
}

/** `Delete a post, and its comments`. */
export function deleteSummary({ names, children }: EntityModel): string {
  const gone = children
    .filter(({ entity, reference }) => reference.onDelete === 'cascade' && entity.names !== names)
    .map(({ entity }) => entity.names.labels);
  const what = `Delete ${withArticle(names.label)}`;
  return gone.length > 0 ? `${what}, and its ${[...new Set(gone)].join(' and ')}` : what;
}

/** `Set what only admins set on an order: status, total`. */
export function manageSummary(entity: EntityModel): string {
  const fields = managedColumns(entity)
    .filter(({ kind }) => kind !== 'currency')
    .map(({ name, kind }) => (kind === 'amount' ? name.replace(/Amount$/, '') : name));
  const labels = fields.map((name) => words(name).join(' '));
  const what = entity.permissions ? 'Set the managed fields of' : 'Set what only admins set on';
  return `${what} ${withArticle(entity.names.label)}: ${labels.join(', ')}`;
}

export const endpointsOf = (entity: EntityModel): Endpoint[] => {
  const { names, access } = entity;
  const { path, label, labels } = names;
  const [list, one] = [`/${path}`, `/${path}/:id`];
  return [
    { method: 'GET', path: list, access: access.read, summary: `List ${labels}` },
    { method: 'POST', path: list, access: access.create, summary: `Create ${withArticle(label)}` },
    { method: 'GET', path: one, access: access.read, summary: `Get ${withArticle(label)}` },
    { method: 'PATCH', path: one, access: access.change, summary: `Change ${withArticle(label)}` },
    ...(isManaged(entity) ? [manageEndpoint(entity)] : []),
    { method: 'DELETE', path: one, access: access.change, summary: deleteSummary(entity) },
  ].map(openTo(managersOf(entity)));
};

const openTo =
  (roles: string[]) =>
  (endpoint: Endpoint): Endpoint =>
    roles.length > 0 && isLimited(endpoint.access) ? { ...endpoint, roles } : endpoint;

const manageEndpoint = (entity: EntityModel): Endpoint => ({
  method: 'PATCH',
  path: `/${entity.names.path}/:id/managed`,
  access: 'admin',
  summary: manageSummary(entity),
});

export const joinEndpointsOf = ({ from, to, toId, path, access }: JoinModel): Endpoint[] => {
  const list = `/${from.names.path}/:id/${path}`;
  const pair = `${list}/:${toId.name}`;
  const [source, target] = [withArticle(from.names.label), withArticle(to.names.label)];
  return [
    {
      method: 'GET',
      path: list,
      // Of what belongs to people, everybody who sees the source is shown what is theirs.
      access:
        access.read === 'owner' && from.access.read !== 'owner' ? 'authenticated' : access.read,
      summary: `List ${to.names.labels} of ${source}`,
    },
    { method: 'PUT', path: pair, access: access.change, summary: `Give ${source} ${target}` },
    {
      method: 'DELETE',
      path: pair,
      access: access.change,
      summary: `Take ${target} from ${source}`,
    },
  ].map(openTo(managersOf(from, ...(isLimited(to.access.read) ? [to] : []))));
};

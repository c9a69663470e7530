import fc from 'fast-check';

/** Stands for something that the server has answered: which, is decided when the request is sent. */
interface StandIn {
  standsFor: { name: string; index: number };
  otherwise: string;
}

/** A value that the server has given a property of this name, or an id of its kind. */
export const harvested = (name: string): fc.Arbitrary<StandIn> =>
  fc.record({
    standsFor: fc.record({ name: fc.constant(name), index: fc.nat() }),
    otherwise: fc.uuid(),
  });

const perName = 40;

/** Remembers the strings of answers by the names that they were given. */
export function harvest() {
  const values = new Map<string, string[]>();

  const keep = (name: string, value: string) => {
    const known = values.get(name) ?? [];
    if (value.length > 2000 || known.includes(value)) return;
    values.set(name, [...known, value].slice(-perName));
  };

  /** `resource` is the first part of the path: ids are kept under its name, too. */
  function gather(value: unknown, resource: string, name = ''): void {
    if (typeof value === 'string') {
      keep(name.toLowerCase(), value);
      if (name === 'id') keep(idKey(resource), value);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value))
        gather(inner, resource, Array.isArray(value) ? name : key);
    }
  }

  const known = (name: string, resource: string): readonly string[] => {
    const lower = name.toLowerCase();
    const own = name === 'id' ? values.get(idKey(resource)) : [];
    return (
      [own, idsFor(lower), values.get(lower), values.get(`next${lower}`), values.get('id')].find(
        (each) => each !== undefined && each.length > 0,
      ) ?? []
    );
  };

  /** For `productId` what `/products` answered; the plural may change the last letter. */
  const idsFor = (name: string) => {
    const stem = /^(.{2,})id$/.exec(name)?.[1]?.slice(0, -1);
    const key =
      stem && [...values.keys()].find((each) => each.startsWith(stem) && each.endsWith(' id'));
    return key ? values.get(key) : undefined;
  };

  /** Puts what is known in the place of stand-ins. */
  function resolve(value: unknown, resource: string): unknown {
    if (Array.isArray(value)) return value.map((each) => resolve(each, resource));
    if (typeof value !== 'object' || value === null) return value;
    if (isStandIn(value)) {
      const candidates = known(value.standsFor.name, resource);
      return candidates[value.standsFor.index % candidates.length] ?? value.otherwise;
    }
    const entries = Object.entries(value).map(([key, inner]) => [key, resolve(inner, resource)]);
    return Object.fromEntries(entries);
  }
  return { gather, resolve };
}
export type Harvest = ReturnType<typeof harvest>;

/** Under which the ids of `/order-items` are kept. */
const idKey = (resource: string) => `${resource.replaceAll('-', '').toLowerCase()} id`;

const isStandIn = (value: object): value is StandIn => 'standsFor' in value && 'otherwise' in value;

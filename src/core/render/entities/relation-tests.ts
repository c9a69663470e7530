import type { Child, EntityModel, Reference } from './entity-model.ts';
import { inTestTenant } from './factory-file.ts';
import { words } from './names.ts';

export const childImports = ({ children }: EntityModel) =>
  children
    .map(
      ({
        entity: { names },
      }) => `import { insert${names.type} } from '../../factories/${names.file}.ts';
import { ${names.many} } from '../../../src/entities/${names.path}/table.ts';`,
    )
    .join('\n');

export function referenceTest(url: string, { column }: Reference): string {
  const code = `unknown-${words(column.name).join('-').replace(/-id$/, '')}`;
  return `it('refer by ${column.name} only to what exists', async () => {
    const { client, body${column.fixed ? '' : ', insert'} } = await setUp();
    const created = await client.post('${url}', { ...body, ${column.name}: uuid() });
    expect(created.json()).toMatchObject({ status: 422, code: '${code}' });${
      column.fixed
        ? ''
        : `
    const { id } = await insert();
    const changed = await client.patch(\`${url}/\${id}\`, { ${column.name}: uuid() });
    expect(changed.json()).toMatchObject({ status: 422, code: '${code}' });`
    }
  });`;
}

export const childTest = ({ names }: EntityModel, { entity: child, reference }: Child): string => {
  const { name } = reference.column;
  const { type, many, labels } = child.names;
  const [sentence, status, outcome] = {
    refuse: [
      `stay while ${labels} refer to them by ${name}`,
      409,
      `expect(json()).toMatchObject({ code: 'still-referenced' });`,
    ],
    cascade: [
      `take ${labels} with them by ${name}`,
      204,
      `expect(await ${inTestTenant(child, `app.db.$count(${many}, eq(${many}.id, child.id))`)}).toBe(0);`,
    ],
    'set null': [
      `leave ${labels} behind without ${name}`,
      204,
      `const [left] = await ${inTestTenant(child, `app.db.select().from(${many}).where(eq(${many}.id, child.id))`)};
    expect(left).toMatchObject({ ${name}: null, version: child.version + 1 });`,
    ],
  }[reference.onDelete];
  const isRefused = reference.onDelete === 'refuse';
  return `it('${sentence}', async () => {
    const { client, insert } = await setUp();
    const { id } = await insert();
    ${isRefused ? '' : 'const child = '}await insert${type}(app, { ${name}: id });
    const { statusCode${isRefused ? ', json' : ''} } = await client.delete(\`/${names.path}/\${id}\`);
    expect(statusCode).toBe(${status});
    ${outcome}
  });`;
};

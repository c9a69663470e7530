import { code } from './code.ts';
import type { EntityModel, JoinModel } from './entity-model.ts';

/** test/entities/tables.test.ts */
export function tablesTestFile(
  entities: readonly EntityModel[],
  joins: readonly JoinModel[],
): string {
  const tables = [
    ...entities.map(({ names }) => ({ many: names.many, folder: names.path })),
    ...joins.map(({ names }) => ({ many: names.many, folder: names.folder })),
  ];
  return code`
import { describe, expect, it } from 'vitest';
${tables.map(({ many, folder }) => `import { ${many} } from '../../src/entities/${folder}/table.ts';`).join('\n')}
import { shapeInCode, shapeInDatabase } from '../helpers/table-shape.ts';
import { testApp } from '../helpers/test-app.ts';

const app = await testApp();
const byName = { ${tables.map(({ many }) => many).join(', ')} };

describe('the database after all migrations', () => {
  it.each(Object.entries(byName))('has the table of %s as the code declares it', async (_, table) => {
    expect(await shapeInDatabase(app, table, Object.values(byName))).toEqual(shapeInCode(table));
  });
});
`;
}

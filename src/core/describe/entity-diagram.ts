import type { Plan } from '../plan/plan.ts';

/** A Mermaid entity-relationship diagram; empty when the plan has no entities. */
export function entityDiagram({
  entities,
  relations,
}: Pick<Plan, 'entities' | 'relations'>): string {
  if (entities.length === 0) return '';
  const boxes = entities.map(({ name, fields }) => {
    const rows = fields.map(
      (field) => `    ${field.type} ${field.name}${field.unique ? ' UK' : ''}`,
    );
    return rows.length > 0 ? `  ${name} {\n${rows.join('\n')}\n  }` : `  ${name}`;
  });
  const lines = relations.map(({ kind, from, to, required, as }) => {
    const arrow = kind === 'many-to-many' ? '}o--o{' : required ? '||--o{' : '|o--o{';
    return `  ${from} ${arrow} ${to} : "${as ?? ''}"`;
  });
  const owners = entities
    .filter(({ owned }) => owned)
    .map(({ name }) => `  User ||--o{ ${name} : owns`);
  return ['erDiagram', ...boxes, ...lines, ...owners].join('\n');
}

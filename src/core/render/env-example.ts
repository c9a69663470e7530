import type { Tree } from '../manifest/module.ts';
import type { View } from './view.ts';

/** .env.example: every variable with its meaning; set are only those that have no default. */
export function renderEnvExample({ env }: View): Tree {
  const blocks = env.map(({ name, description, default: value, required, secret }) => {
    const needed = required ? ' Required in production.' : '';
    const example = value === undefined ? '' : String(value);
    return `# ${description}${needed}\n# ${name}=${secret ? '' : example}`;
  });
  const head = '# Copy to .env and uncomment what you want to change.';
  return new Map([['.env.example', `${[head, ...blocks].join('\n\n')}\n`]]);
}

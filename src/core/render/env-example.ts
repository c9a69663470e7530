import type { Service } from '../manifest/manifest.ts';
import type { Tree } from '../manifest/module.ts';
import type { View } from './view.ts';

/** .env.example: every variable with its meaning and its default, to be uncommented. */
export function renderEnvExample({ env, services }: View): Tree {
  const blocks = env.map(({ name, description, default: value, required, secret }) => {
    const needed = required ? ' Required in production.' : '';
    const example = value === undefined ? '' : String(value);
    return `# ${description}${needed}\n# ${name}=${secret ? '' : example}`;
  });
  const head = '# Copy to .env and uncomment what you want to change.';
  return new Map([
    ['.env.example', `${[head, ...blocks, ...composeVariables(services)].join('\n\n')}\n`],
  ]);
}

/** What compose refuses to start without: `${NAME:?what it is}`. */
function composeVariables(services: readonly Service[]): string[] {
  const values = services.flatMap(({ composeEnv }) => Object.values(composeEnv)).join('\n');
  const needed = values.matchAll(/\$\{([A-Z0-9_]+):\?([^}]*)\}/g);
  return [...needed].map(([, name, meaning]) => `# For docker compose: ${meaning}\n# ${name}=`);
}

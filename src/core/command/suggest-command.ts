import { nearestName } from '../resolve/nearest-name.ts';
import { type Command, commandNames } from './parse-command.ts';

const longest = 80;

/**
 * What somebody may have meant by a command that there is not: the nearest name, or, for a whole
 * phrase, that it is what to build. Null when neither is likely.
 */
export function suggestCommand({
  word,
  text,
}: Extract<Command, { kind: 'unknown' }>): string | null {
  const names = [...commandNames, ...Object.keys(otherNames)];
  // Two edits turn any short word into any other one.
  const nearest = word.length > 3 ? nearestName(word, names) : names.find((name) => name === word);
  const rest = text.replaceAll(/[`\s]+/g, ' ').trim();
  const name = nearest && (otherNames[nearest] ?? nearest);
  if (name) return short(`/sotacode ${name} ${rest}`);
  return rest.includes(' ') ? short(`/sotacode build ${word} ${rest}`) : null;
}

/** Names under which other tools and languages know the commands. */
const otherNames: Record<string, string> = {
  create: 'build',
  generate: 'build',
  make: 'build',
  preview: 'plan',
  list: 'modules',
  search: 'modules',
  why: 'explain',
  собери: 'build',
  создай: 'build',
  сделай: 'build',
  план: 'plan',
  модули: 'modules',
  объясни: 'explain',
  помощь: 'help',
};

const short = (text: string) =>
  text.length > longest ? `${text.slice(0, longest).trim()}…` : text.trim();

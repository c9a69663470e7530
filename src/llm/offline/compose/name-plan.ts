import pluralize from 'pluralize';
import type { Entity } from '../../../core/plan/entity.ts';
import { slugName } from '../find/names.ts';
import type { Findings } from './findings.ts';

const filler =
  /^(please|build|make|create|generate|write|i (need|want)|we (need|want)|give me|пожалуйста|сделай(те)?|создай(те)?|напиши(те)?|нужен|нужна|нужно|мне нужен|хочу|собери)\s+(me\s+|us\s+|мне\s+)?(an?\s+|the\s+)?/i;

/** Slug and title: of the ready model, or of the topic that the request opens with. */
export function namePlan(
  { reading, blueprints }: Findings,
  entities: readonly Entity[],
): { name: string; title: string } {
  const blueprint = blueprints[0]?.means;
  if (blueprint)
    return {
      name: blueprint.plan.name,
      title: reading.language === 'ru' ? blueprint.titleRu : blueprint.title,
    };
  const topic = topicOf(reading.text);
  const first = entities[0]?.name;
  const name = first ? `${slugName(pluralize(first))}-api` : slugName(topic);
  return {
    name: isName(name) && !/^(a-)?server$/.test(name) ? name : 'server',
    title: topic || 'Server',
  };
}

const isName = (name: string) => /^[a-z][a-z0-9-]{0,38}[a-z0-9]$/.test(name);

function topicOf(text: string): string {
  const line =
    text
      .trim()
      .replace(filler, '')
      .split(/[\n.,:;!?(]|\s[-–—]\s|\swith\s|\sс\s|\sсо\s/)[0] ?? '';
  const words = line
    .trim()
    .replaceAll(/[<>`*_#[\]]/g, '')
    .slice(0, 60)
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

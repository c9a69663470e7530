import type { WirePlan } from '../../src/llm/openai/wire-plan.ts';

/** What a good model answers to “notes with accounts”. */
export const wirePlan = (over: Partial<WirePlan> = {}): WirePlan => ({
  outcome: 'plan',
  objection: null,
  language: 'en',
  name: 'notes',
  title: 'Notes',
  summary: 'Keeps notes.',
  modules: [{ id: 'auth-password', options: [], reason: 'The request says “accounts”.' }],
  entities: [
    {
      name: 'Note',
      description: 'Something to remember.',
      fields: [
        {
          name: 'title',
          type: 'string',
          required: true,
          unique: false,
          managed: false,
          values: null,
          default: null,
          min: null,
          max: null,
        },
        {
          name: 'pinned',
          type: 'boolean',
          required: true,
          unique: false,
          managed: true,
          values: null,
          default: 'false',
          min: null,
          max: null,
        },
      ],
      owned: true,
      read: 'owner',
      write: 'owner',
    },
  ],
  relations: [],
  roles: [],
  assumptions: ['Notes are private.'],
  uncovered: [],
  ...over,
});

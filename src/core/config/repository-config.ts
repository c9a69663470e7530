import { z } from 'zod';
import { languages } from '../plan/plan.ts';

export const configPath = '.github/sotacode.yml';

const moduleId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'is not the id of a module');
const login = z.string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/, 'is not a GitHub login');
const permissions = ['write', 'maintain', 'admin'] as const;

/** `.github/sotacode.yml` on the default branch: what a team wants of every build. */
export const RepositoryConfig = z.strictObject({
  directory: z
    .string()
    .regex(
      /^[A-Za-z0-9_][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]*){0,5}$/,
      'is not a relative folder such as apps/api',
    )
    .optional()
    .describe('Folder of the server in a repository with other things, for example apps/api'),
  base: z
    .string()
    .regex(/^[A-Za-z0-9_][A-Za-z0-9_./-]{0,99}$/, 'is not the name of a branch')
    .optional()
    .describe('Branch that pull requests start from and go to; the default branch when absent'),
  language: z
    .enum(languages)
    .optional()
    .describe('Language of the replies and the pull requests; that of the request when absent'),
  defaults: z
    .strictObject({
      database: moduleId.optional().describe('Module that keeps the data'),
      auth: moduleId.optional().describe('Module that knows who is calling'),
    })
    .default({})
    .describe('Which module to take where the request leaves it open'),
  modules: z
    .strictObject({
      allow: z
        .array(moduleId)
        .optional()
        .describe('Only these may be chosen; what they need comes along'),
      deny: z.array(moduleId).default([]).describe('Never part of a server'),
    })
    .default({ deny: [] })
    .describe('Modules that may be chosen; all when absent'),
  trigger: z
    .strictObject({
      permission: z
        .enum(permissions)
        .default('write')
        .describe('Least permission in the repository'),
      users: z.array(login).optional().describe('Only these people, when they have the permission'),
    })
    .default({ permission: 'write' })
    .describe('Who may give commands'),
  model: z
    .string()
    .regex(/^[\w.:/-]{1,100}$/, 'is not the name of a model')
    .optional()
    .describe('Model that plans, where the App is run with a key for one'),
  draft: z
    .boolean()
    .default(false)
    .describe("Open pull requests as drafts, ready for review once the server's CI is green"),
  labels: z
    .array(z.string().min(1).max(50))
    .max(10)
    .default(['sotacode'])
    .describe('Labels of pull requests'),
});
export type RepositoryConfig = z.infer<typeof RepositoryConfig>;

export const defaultConfig: RepositoryConfig = RepositoryConfig.parse({});

import type { Module } from '../manifest/module.ts';
import type { OptionValue, Plan } from '../plan/plan.ts';

/** Why a module is in the server. */
export type Cause =
  | { kind: 'plan'; reason: string }
  | { kind: 'always' }
  | { kind: 'required'; by: string; capability: string };

export interface ChosenModule {
  module: Module;
  options: Record<string, OptionValue>;
  cause: Cause;
}

/** What a plan means with this catalogue: every module, in the order in which it starts. */
export interface Resolution {
  /** The plan as it is built: its entities are those that the modules leave to be generated. */
  plan: Plan;
  modules: ChosenModule[];
  /** Capability -> id of the module that provides it. */
  providers: ReadonlyMap<string, string>;
}

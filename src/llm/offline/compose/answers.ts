import type { Module } from '../../../core/manifest/module.ts';

/** Whether a module does what a label of the glossary means. */
export const answers = (module: Module, label: string): boolean =>
  module.id === label || module.manifest.labels.includes(label);

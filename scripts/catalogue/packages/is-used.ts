import type { Module } from '../../../src/core/manifest/module.ts';
import { packageUses } from './imported-packages.ts';
import { commandsOf, installedPackage } from './package-json.ts';

/**
 * Whether a module has a use for a package that it declares: it imports or names it in its code,
 * calls its command, or the package serves another one (types, or a peer that it may have).
 */
export function isUsed(name: string, module: Module): boolean {
  const imported = new Set(packageUses(module).map((use) => use.name));
  const code = [...module.files.values()];
  if (imported.has(name) || code.some((text) => text.includes(`'${name}`))) return true;
  if (name === '@types/node') return code.some((text) => text.includes("from 'node:"));
  const typed = /^@types\/(.+)$/.exec(name)?.[1]?.replace('__', '/');
  if (typed !== undefined) return imported.has(typed) || imported.has(`@${typed}`);
  return callsCommandOf(name, module) || servesAnother(name, module);
}

function callsCommandOf(name: string, { manifest, templates }: Module): boolean {
  const texts = [...Object.values(manifest.scripts), ...templates.values()].join('\n');
  const words = new Set(texts.split(/[\s'"`&|;()]+/));
  return commandsOf(name).some((command) => words.has(command));
}

function servesAnother(name: string, { dependencies, devDependencies }: Module): boolean {
  const others = Object.keys({ ...dependencies, ...devDependencies });
  return others.some((other) => {
    const peers = installedPackage(`node_modules/${other}`)?.peerDependencies ?? {};
    return name in peers;
  });
}

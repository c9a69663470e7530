import type { Tree } from '../../../src/core/manifest/module.ts';
import type { Check } from '../check.ts';
import type { Finding } from '../finding.ts';
import { withFilledCode } from '../source/filled-code.ts';
import { isNode, nameOf, nodesOf, type SyntaxNode } from '../source/nodes-of.ts';
import { deadFiles, unusedExports } from '../source/unused-code.ts';
import type { Subject } from '../subject.ts';

export const leftovers: Check = {
  id: 'leftovers',
  title: 'nothing is left of how it was made: no unused file or export, no print of a value',
  run: async (subject) => {
    const { files, manifest } = subject.module;
    return [
      ...printed(subject, files),
      // A module without plugins is a library of the code of entities.
      ...(manifest.plugins.length === 0 ? [] : unused(subject, allFiles(subject))),
    ];
  },
};

const prints = /^(log|debug|info|dir|table|trace)$/;

/** Commands speak to whoever calls them; a server logs. */
const printed = ({ path }: Subject, files: Tree): Finding[] =>
  [...files]
    .filter(([name]) => name.startsWith('src/modules/') && name.endsWith('.ts'))
    .flatMap(([name, text]) =>
      nodesOf(name, text)
        .filter((node) => node.type === 'DebuggerStatement' || isPrint(node))
        .map(({ start, end }) => ({
          check: 'leftovers',
          where: path(`files/${name}:${text.slice(0, start).split('\n').length}`),
          what: `it has ${text.slice(start, end).slice(0, 60)}`,
          fix: 'drop it, or log by app.log or request.log',
        })),
    );

const isPrint = ({ type, callee }: SyntaxNode) =>
  type === 'CallExpression' &&
  isNode(callee) &&
  nameOf(callee.object) === 'console' &&
  prints.test(nameOf(callee.property));

function unused({ module, path }: Subject, all: Tree): Finding[] {
  const fix = 'delete it, with what only it needs';
  return [
    ...deadFiles(module, all).map((file) => ({
      ...{ check: 'leftovers', where: path(`files/${file}`), what: 'nothing imports it', fix },
    })),
    ...unusedExports(module, all).map(({ file, name }) => ({
      check: 'leftovers',
      where: path(`files/${file}`),
      what: `nothing imports ${name}`,
      fix: 'drop `export`, or the whole of it',
    })),
  ];
}

/** Whoever may import from it: the skeleton, and other modules' tests and commands. */
const allFiles = ({ catalogue }: Subject): Tree =>
  new Map([
    ...catalogue.skeleton,
    ...[...catalogue.modules.values()].flatMap((module) => [...withFilledCode(module).files]),
  ]);

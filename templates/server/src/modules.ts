import type { Module } from './contracts/module.ts';
import base from './modules/base/index.ts';

/** Every part of this server, in the order in which it starts. */
export const modules: Module[] = [base];

import { bare, type Contender, generated, stock } from './contenders.ts';
import type { Measurement, Scenario } from './measure.ts';

export const scenarios: Scenario[] = ['list', 'create'];

/** One per scenario and round. */
export type Rounds = Record<Scenario, Measurement[]>;

export interface Measured extends Contender {
  startMs: number[];
  rssMb: number;
  rounds: Rounds;
}

interface Figures {
  requestsPerSecond: number;
  cpuMicroseconds: number;
  /** Requests per second as a share of the bare server's, the median over rounds. */
  ofBare: number;
}

export interface Row extends Record<Scenario, Figures> {
  name: string;
  title: string;
  startMs: number;
  rssMb: number;
}

export const summarize = (all: Measured[]): Row[] =>
  all.map((one) => ({
    name: one.name,
    title: one.title,
    startMs: Math.round(median(one.startMs)),
    rssMb: Math.round(one.rssMb),
    list: figures(one, 'list', roundsOf(all, bare)),
    create: figures(one, 'create', roundsOf(all, bare)),
  }));

function figures({ rounds }: Measured, scenario: Scenario, reference: Rounds): Figures {
  const of = (key: keyof Measurement) => median(rounds[scenario].map((each) => each[key]));
  return {
    requestsPerSecond: Math.round(of('requestsPerSecond')),
    cpuMicroseconds: Math.round(of('cpuMicroseconds')),
    ofBare: twoDigits(medianRatio(rounds[scenario], reference[scenario])),
  };
}

/** How often the generated server answers while the stock one answers once, per scenario. */
export const overStock = (all: Measured[]) =>
  Object.fromEntries(
    scenarios.map((scenario) => [
      scenario,
      twoDigits(medianRatio(roundsOf(all, generated)[scenario], roundsOf(all, stock)[scenario])),
    ]),
  );

/** Of neighbours in time, so that what slows the whole machine counts on both sides. */
const medianRatio = (ours: Measurement[], theirs: Measurement[]) =>
  median(ours.map((own, at) => own.requestsPerSecond / (theirs[at]?.requestsPerSecond ?? 0)));

function roundsOf(all: Measured[], name: string): Rounds {
  const found = all.find((one) => one.name === name);
  if (!found) throw new Error(`${name} was not measured.`);
  return found.rounds;
}

function median(values: number[]) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

const twoDigits = (value: number) => Math.round(value * 100) / 100;

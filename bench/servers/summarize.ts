import { bare, type Contender, generated, stock } from './contenders.ts';
import type { Measurement, Scenario } from './measure.ts';

export const scenarios: Scenario[] = ['list', 'create'];

/** One per scenario and round. */
export type Rounds = Record<Scenario, Measurement[]>;

export interface Measured extends Contender {
  startMs: number[];
  startCpuMs: number[];
  rssMb: number;
  rounds: Rounds;
}

interface Figures {
  requestsPerSecond: number;
  cpuMicroseconds: number;
  /** Requests per second as a share of the bare server's, the median over rounds. */
  ofBare: number;
  /** The same of requests per second of processor time: less touched by what else the machine does. */
  cpuOfBare: number;
}

export interface Row extends Record<Scenario, Figures> {
  name: string;
  title: string;
  startMs: number;
  startCpuMs: number;
  rssMb: number;
}

export const summarize = (all: Measured[]): Row[] =>
  all.map((one) => ({
    name: one.name,
    title: one.title,
    startMs: Math.round(median(one.startMs)),
    startCpuMs: Math.round(median(one.startCpuMs)),
    rssMb: Math.round(one.rssMb),
    list: figures(one, 'list', roundsOf(all, bare)),
    create: figures(one, 'create', roundsOf(all, bare)),
  }));

function figures({ rounds }: Measured, scenario: Scenario, reference: Rounds): Figures {
  const of = (key: keyof Measurement) => median(rounds[scenario].map((each) => each[key]));
  return {
    requestsPerSecond: Math.round(of('requestsPerSecond')),
    cpuMicroseconds: Math.round(of('cpuMicroseconds')),
    ofBare: twoDigits(medianRatio(rounds[scenario], reference[scenario], perSecond)),
    cpuOfBare: twoDigits(medianRatio(rounds[scenario], reference[scenario], perCpuSecond)),
  };
}

/** How often the generated server answers while the stock one answers once, per scenario. */
export const overStock = (all: Measured[]) =>
  Object.fromEntries(
    scenarios.map((scenario) => {
      const ours = roundsOf(all, generated)[scenario];
      const theirs = roundsOf(all, stock)[scenario];
      const requests = twoDigits(medianRatio(ours, theirs, perSecond));
      return [scenario, { requests, cpu: twoDigits(medianRatio(ours, theirs, perCpuSecond)) }];
    }),
  );

const perSecond = ({ requestsPerSecond }: Measurement) => requestsPerSecond;
const perCpuSecond = ({ cpuMicroseconds }: Measurement) => 1e6 / cpuMicroseconds;

/** Of neighbours in time, so that what slows the whole machine counts on both sides. */
const medianRatio = (
  ours: Measurement[],
  theirs: Measurement[],
  speed: (measured: Measurement) => number,
) => median(ours.flatMap((own, at) => (theirs[at] ? [speed(own) / speed(theirs[at])] : [])));

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

export interface Family {
  type: string;
  help: string;
  samples: { name: string; labels: Record<string, string>; value: number }[];
}

const name = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const label = String.raw`[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*"`;
const sampleLine = new RegExp(String.raw`^(${name})(?:\{(${label}(?:,${label})*)\})? (\S+)$`);
/** Prometheus reads numbers as Go does: the case of NaN is all the same to it. */
const number = /^(?:[+-]Inf|[Nn]a[Nn]|[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/;
const suffixes: Record<string, RegExp> = {
  histogram: /_(?:bucket|sum|count)$/,
  summary: /_(?:sum|count)$/,
};

/** Reads Prometheus's text format 0.0.4, and throws at whatever a strict reader would refuse. */
export function parseMetrics(text: string): Map<string, Family> {
  const families = new Map<string, Family>();
  const seen = new Set<string>();
  if (!text.endsWith('\n')) throw new Error('The last line does not end.');
  for (const line of text.split('\n')) {
    const [, kind, of = '', rest = ''] = /^# (HELP|TYPE) (\S+) (.*)$/.exec(line) ?? [];
    if (line === '') continue;
    if (kind === 'HELP' && families.has(of)) throw new Error(`${of} is described twice.`);
    if (kind === 'HELP') families.set(of, { type: '', help: rest, samples: [] });
    else if (kind === 'TYPE') familyOf(families, of).type = rest;
    else addSample(families, seen, line);
  }
  return families;
}

function addSample(families: Map<string, Family>, seen: Set<string>, line: string) {
  const [, sample = '', labelText = '', value = ''] = sampleLine.exec(line) ?? [];
  if (sample === '' || !number.test(value)) throw new Error(`No sample: ${line}`);
  const pairs = [...labelText.matchAll(/([a-zA-Z0-9_]+)="((?:[^"\\]|\\.)*)"/g)];
  const labels = Object.fromEntries(pairs.map(([, key, text]) => [key, text]));
  const series = sample + JSON.stringify(Object.entries(labels).sort());
  if (pairs.length !== Object.keys(labels).length) throw new Error(`A label twice: ${line}`);
  if (seen.has(series)) throw new Error(`A series twice: ${line}`);
  seen.add(series);
  const base = Object.values(suffixes)
    .map((suffix) => sample.replace(suffix, ''))
    .find((candidate) => families.has(candidate));
  familyOf(families, base ?? sample).samples.push({
    name: sample,
    labels,
    value: Number(value.replace('Inf', 'Infinity')),
  });
}

function familyOf(families: Map<string, Family>, of: string): Family {
  const family = families.get(of);
  if (!family) throw new Error(`${of} comes before its description.`);
  return family;
}

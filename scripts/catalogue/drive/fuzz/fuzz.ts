import type { Finding } from '../../finding.ts';
import { type Answer, client, curlOf } from '../client.ts';
import { jsonIn } from '../json-in.ts';
import { type OpenApi, type Operation, operationsOf } from '../openapi.ts';
import type { Person, SignIn } from '../person.ts';
import { type Attempt, attemptOf, type Draft, draftsOf, shotOf, type Who } from './attempt.ts';
import { type Harvest, harvest } from './harvest.ts';
import { type Fault, judgeBy } from './judge.ts';
import { shorterThan } from './shorten.ts';

export interface FuzzOptions {
  url: string;
  document: OpenApi;
  /** Null for a server without people. */
  signIn: SignIn | null;
  requests: number;
  seed: number;
}

interface Found {
  attempt: Attempt;
  fault: Fault;
}

const atOnce = 32;
const triesPerFinding = 30;

/** Sends requests that only the document suggests, and tells what should not have been answered. */
export async function fuzz(options: FuzzOptions): Promise<Finding[]> {
  const { url, document, signIn, requests, seed } = options;
  const { send, close } = client(url, atOnce);
  const judge = judgeBy(document);
  const crowd = await peopleFor(signIn);
  const shoot = async (attempt: Attempt) => {
    const answer = await send(shotOf(attempt, crowd.proof(attempt.who)));
    return { attempt, answer, faults: judge(attempt, answer) };
  };
  try {
    const reaped = harvest();
    const found = [
      ...(await barrage(planOf(document, requests, seed), { shoot, crowd, reaped })),
      ...(await barrage(unknownNames(document, seed), { shoot, crowd, reaped })),
    ];
    const findings: Finding[] = [];
    for (const { attempt, fault } of found) {
      const { operation, who, ...rest } = await shortest({ attempt, fault }, shoot);
      const as = who === 'nobody' ? '' : ` (as ${who})`;
      const again = curlOf(url, shotOf({ operation, who, ...rest }, crowd.proof(who)));
      const what = `${fault.what} Again${as}: ${again}`;
      findings.push({ check: 'fuzz', where: operation.where, what, fix: fault.fix });
    }
    return findings;
  } finally {
    close();
  }
}

interface Shown {
  attempt: Attempt;
  answer: Answer;
  faults: Fault[];
}
type Shoot = (attempt: Attempt) => Promise<Shown>;
interface Field {
  shoot: Shoot;
  crowd: Crowd;
  reaped: Harvest;
}

/** Sends everything, many at once; of each fault the smallest request that shows it. */
async function barrage(drafts: readonly [Operation, Draft][], { shoot, crowd, reaped }: Field) {
  const found = new Map<string, Found>();
  const note = ({ attempt, answer, faults }: Shown) => {
    const { operation, who } = attempt;
    if (answer.status < 300) reaped.gather(jsonIn(answer.body), operation.path.split('/')[1] ?? '');
    if (answer.status === 401 && operation.secured) crowd.isGone(who);
    for (const fault of faults) {
      const key = `${operation.where} ${fault.kind}`;
      const known = found.get(key);
      if (!known || sizeOf(attempt) < sizeOf(known.attempt)) found.set(key, { attempt, fault });
    }
  };
  for (let at = 0; at < drafts.length; at += atOnce) {
    const volley = drafts
      .slice(at, at + atOnce)
      .map(([operation, draft]) => shoot(attemptOf(operation, draft, reaped)));
    for (const shown of await Promise.all(volley)) note(shown);
    await crowd.renew();
  }
  return [...found.values()];
}

/** Leaves out of a request what is not needed to break the server in the same way. */
async function shortest({ attempt, fault }: Found, shoot: Shoot): Promise<Attempt> {
  let best = attempt;
  let tries = triesPerFinding;
  let queue = shorterThan(best);
  for (let shorter = queue.shift(); shorter && tries > 0; shorter = queue.shift()) {
    tries -= 1;
    const { faults } = await shoot(shorter);
    if (!faults.some(({ kind }) => kind === fault.kind)) continue;
    best = shorter;
    queue = shorterThan(best);
  }
  return best;
}

const makersFirst = ['POST', 'PUT', 'PATCH', 'GET', 'DELETE'];

/** Every operation in turn, those that make something first. */
function planOf(document: OpenApi, requests: number, seed: number): [Operation, Draft][] {
  const operations = operationsOf(document).toSorted(
    (a, b) => makersFirst.indexOf(a.method) - makersFirst.indexOf(b.method),
  );
  const rounds = Math.ceil(requests / operations.length);
  const drafts = operations.map((each, index) => draftsOf(each, document, rounds, seed + index));
  const inTurn = Array.from({ length: rounds }, (_, round) =>
    operations.map((each, index): [Operation, Draft] => [each, drafts[index]?.[round] as Draft]),
  );
  return inTurn.flat().slice(0, requests);
}

/** Whether a server looks at the names in a query is not left to chance: each list, by an admin. */
const unknownNames = (document: OpenApi, seed: number): [Operation, Draft][] =>
  operationsOf(document)
    .filter(({ parameters }) => parameters.some((each) => each.in === 'query'))
    .flatMap((each) =>
      draftsOf(each, document, 3, seed).map((draft): [Operation, Draft] => [
        each,
        { ...draft, who: 'admin', spoil: 'unknown parameter', at: 0 },
      ]),
    );

/** A member and an admin, and new ones in their places when they have signed themselves out. */
async function peopleFor(signIn: SignIn | null) {
  const people = new Map<Who, Person>();
  const gone = new Set<Who>(['member', 'admin']);
  const renew = async () => {
    for (const who of gone) if (signIn && who !== 'nobody') people.set(who, await signIn(who));
    gone.clear();
  };
  await renew();
  return {
    proof: (who: Who) => people.get(who)?.headers ?? {},
    isGone: (who: Who) => void gone.add(who),
    renew,
  };
}
type Crowd = Awaited<ReturnType<typeof peopleFor>>;

const sizeOf = ({ path, query, body = '' }: Attempt) =>
  path.length + query.flat().join('').length + body.length;

import { randomBytes } from 'node:crypto';
import { formatCount } from '../../core/text/formatCount';
import type { Plan } from '../../core/run/plan';
import type { PlannedBodies } from '../../core/run/plannedBody';
import { hmacOf } from '../../extract/hmacOf';
import { momentNow } from '../../extract/momentNow';
import { bodiesOfPlan, planExtract } from '../../extract/planExtract';
import type { Invocation } from '../command';
import { needed } from '../command';
import { extractSource } from './extractSource';
import { ProblemPrinter } from '../terminal/problemPrinter';
import type { ProblemPlaces } from '../terminal/problemText';
import { readMapping } from './readMapping';
import { readAsAsked } from './readOptions';
import { sizeLimits } from './sizeLimits';

/** The plan of an extract, and its bodies, made again each time they are asked for. */
export interface PlannedExtract {
  readonly plan: Plan;
  readonly bodies: () => PlannedBodies;
}

/**
 * The plan of an extract by the mapping of `--mapping`. Problems of both go to standard error; `undefined` when one of them keeps
 * everything from being sent.
 * @param json whether each problem is an object on a line, instead of text
 */
export async function planFromExtract(
  extract: string,
  invocation: Invocation,
  json: boolean,
): Promise<PlannedExtract | undefined> {
  const { terminal } = invocation;
  const path = needed(invocation, 'mapping');
  const read = await readMapping(path, terminal, json);
  if (read === undefined) return undefined;
  const loaded = readAsAsked(read, invocation);
  const places: ProblemPlaces = { extract, mapping: { path, loaded }, showValues: invocation.flag('show-values') };
  const source = extractSource(extract, terminal);
  // Nothing is kept of it
  const options = { moment: momentNow(), limits: sizeLimits(invocation), hmac: hmacOf(randomBytes(32)) };
  const reading = await planExtract(source(), loaded, options);
  const printer = new ProblemPrinter(terminal, places, json);
  if ('fatal' in reading) for (const problem of reading.fatal) await printer.print(problem);
  else {
    await printer.printListed(reading.plan.warnings);
    await printer.printListed(reading.plan.records.refusals.first);
  }
  await printer.finish();
  if ('fatal' in reading) return undefined;
  const { plan } = reading;
  return { plan, bodies: () => bodiesOfPlan(plan, source, loaded, options) };
}

/** Why an extract with ids that repeat is not sent, and what to do. */
export function describeDuplicateIds(records: number): string {
  const have = `${formatCount(records)} ${records === 1 ? 'record has' : 'records have'}`;
  return `${have} an id that another record has too. Correct the extract.`;
}

import type { RecordProblem } from '../../core/problems/problem';
import { formatCount } from '../../core/text/formatCount';
import type { Plan } from '../../core/run/plan';
import { momentNow } from '../../extract/momentNow';
import { planExtract } from '../../extract/planExtract';
import type { Invocation } from '../command';
import { needed } from '../command';
import { extractBytes } from './extractBytes';
import { ProblemPrinter } from '../terminal/problemPrinter';
import type { ProblemPlaces } from '../terminal/problemText';
import { readMapping } from './readMapping';

/**
 * The plan of an extract by the mapping of `--mapping`. Problems of both go to standard error; `undefined` when one of them keeps
 * everything from being sent.
 * @param json whether each problem is an object on a line, instead of text
 */
export async function planFromExtract(
  extract: string,
  invocation: Invocation,
  json: boolean,
): Promise<Plan | undefined> {
  const { terminal } = invocation;
  const path = needed(invocation, 'mapping');
  const loaded = await readMapping(path, terminal, json);
  if (loaded === undefined) return undefined;
  const places: ProblemPlaces = { extract, mapping: { path, loaded }, showValues: invocation.flag('show-values') };
  const reading = await planExtract(extractBytes(extract, terminal), loaded, { moment: momentNow() });
  const printer = new ProblemPrinter(terminal, places, json);
  for (const problem of 'fatal' in reading ? reading.fatal : problemsOf(reading.plan)) await printer.print(problem);
  await printer.finish();
  return 'fatal' in reading ? undefined : reading.plan;
}

function problemsOf({ warnings, records }: Plan): readonly RecordProblem[] {
  return [...warnings, ...records.flatMap(({ fate }) => (fate.kind === 'refused' ? fate.problems : []))];
}

/** Why an extract with ids that repeat is not sent, and what to do. */
export function duplicateIds(records: number): string {
  const have = `${formatCount(records)} ${records === 1 ? 'record has' : 'records have'}`;
  return `${have} an id that another record has too. Correct the extract.`;
}

import type { LoadedMapping } from '../core/mapping/loadMapping';
import type { Problem, RecordProblem } from '../core/problem';
import { formatCount } from '../core/run/describeAccount';
import { convertExtract } from './convertExtract';
import { momentNow } from './momentNow';

export interface ValueCheck {
  /** One problem for each rule and kind of trouble, with how many records have it and where the first is. */
  readonly problems: readonly Problem[];
  /** What keeps the extract from being read at all. */
  readonly fatal: readonly RecordProblem[];
}

/** Runs a mapping over every record of an extract and reports, at the rules, what the values do to it. */
export async function checkAgainstExtract(
  bytes: AsyncIterable<Uint8Array>,
  loaded: LoadedMapping,
): Promise<ValueCheck> {
  const groups = new Map<string, { readonly first: RecordProblem; count: number }>();
  for await (const events of convertExtract(bytes, loaded, { moment: momentNow() })) {
    for (const event of events) {
      if (event.kind === 'fatal') return { problems: [], fatal: event.problems };
      const problems = event.kind === 'refused' ? event.problems : event.kind === 'warning' ? [event.problem] : [];
      for (const problem of problems) {
        const key = `${problem.code} ${problem.rule?.start ?? ''}`;
        const group = groups.get(key);
        if (group === undefined) groups.set(key, { first: problem, count: 1 });
        else group.count++;
      }
    }
  }
  return { problems: [...groups.values()].map(({ first, count }) => toProblem(first, count, loaded)), fatal: [] };
}

function toProblem(first: RecordProblem, count: number, { model }: LoadedMapping): Problem {
  const idRule = model.rules.find(({ path }) => path.urn === undefined && path.attribute === 'externalId');
  const records = count === 1 ? '1 record' : `${formatCount(count)} records`;
  const place = first.line === undefined ? '' : `, ${count === 1 ? '' : 'first '}in line ${formatCount(first.line)}`;
  return {
    code: first.code,
    severity: first.severity === 'warning' ? 'warning' : 'error',
    message: `${records} of the extract${place}: ${first.message}`,
    span: first.rule ?? idRule?.rule.span ?? { start: 0, end: 0 },
    data: { count },
  };
}

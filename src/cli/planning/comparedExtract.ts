import type { PlanMoment } from '../../core/convert/planMoment';
import { operationsOf } from '../../core/convert/operation';
import type { SizeLimits } from '../../core/csv/extractEvent';
import type { JsonObject } from '../../core/json/jsonValue';
import type { LoadedMapping } from '../../core/mapping/loadMapping';
import type { RecordProblem } from '../../core/problems/problem';
import type { ComparedPerson, PersonClass } from '../../core/run/people/peopleComparison';
import { PeopleComparison } from '../../core/run/people/peopleComparison';
import { formatCount } from '../../core/text/formatCount';
import { convertToRequests } from '../../extract/convertToRequests';

/** The people of an extract and of an older one, converted by the same mapping. */
export interface ComparedExtract {
  readonly counts: Readonly<Record<CountName, number>>;
  /** In the order of the extract, followed by the leavers. */
  readonly people: readonly ComparedPerson[];
}

type CountName = 'joiners' | 'movers' | 'leavers' | 'rehires' | 'unchanged';

const COUNTED: Readonly<Record<PersonClass, CountName>> = {
  joiner: 'joiners',
  mover: 'movers',
  leaver: 'leavers',
  rehire: 'rehires',
  unchanged: 'unchanged',
};

/** Reads an extract from the start. */
type Reading = () => AsyncIterable<Uint8Array>;

interface ComparingOptions {
  readonly moment: PlanMoment;
  readonly limits: Partial<SizeLimits>;
  readonly showValues: boolean;
}

/**
 * Compares two extracts by one mapping, or says why one of them cannot be read. Refused and excluded records count as
 * absent.
 */
export async function compareExtracts(
  older: Reading,
  newer: Reading,
  loaded: LoadedMapping,
  options: ComparingOptions,
): Promise<ComparedExtract | { readonly fatal: readonly RecordProblem[]; readonly of: 'older' | 'newer' }> {
  const comparison = new PeopleComparison(options.showValues);
  const people: ComparedPerson[] = [];
  const old = await eachUser(older(), loaded, options, (user, line) => comparison.addOld({ user, line }));
  if (old !== undefined) return { fatal: old, of: 'older' };
  const now = await eachUser(newer(), loaded, options, (user, line) => people.push(comparison.compare({ user, line })));
  if (now !== undefined) return { fatal: now, of: 'newer' };
  people.push(...comparison.gone());
  const counts = { joiners: 0, movers: 0, leavers: 0, rehires: 0, unchanged: 0 };
  for (const person of people) counts[COUNTED[person.class]]++;
  return { counts, people };
}

async function eachUser(
  bytes: AsyncIterable<Uint8Array>,
  loaded: LoadedMapping,
  { moment, limits }: ComparingOptions,
  take: (user: JsonObject, line: number) => void,
): Promise<readonly RecordProblem[] | undefined> {
  for await (const events of convertToRequests(bytes, loaded, { moment, limits })) {
    for (const event of events) {
      if (event.kind === 'fatal') return event.problems;
      if (event.kind !== 'requests') continue;
      for (const { text, line } of operationsOf(event.requests))
        take((JSON.parse(text) as { readonly data: JsonObject }).data, line);
    }
  }
  return undefined;
}

/** The labels of the kinds of people, singular and plural. */
const NAMES: Readonly<Record<CountName, readonly [one: string, several: string]>> = {
  joiners: ['joiner', 'joiners'],
  movers: ['mover', 'movers'],
  leavers: ['leaver', 'leavers'],
  rehires: ['rehire', 'rehires'],
  unchanged: ['unchanged', 'unchanged'],
};

/** A comparison as lines of text. */
export function describeCompared(older: string, { counts }: ComparedExtract): readonly string[] {
  const names = Object.keys(NAMES) as readonly CountName[];
  const rows = names
    .filter((name) => counts[name] > 0 || name !== 'rehires')
    .map((name) => [name, counts[name]] as const);
  const width = Math.max(...rows.map(([, count]) => formatCount(count).length));
  const lines = rows.map(
    ([name, count]) => `  ${formatCount(count).padStart(width)} ${NAMES[name][count === 1 ? 0 : 1]}`,
  );
  return [`Against ${older}:`, ...lines];
}

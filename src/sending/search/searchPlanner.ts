import type { SelectionReason } from '../../core/journal/planFile';
import { bodyOf, partsOfBody } from '../../core/run/bodyParts';
import type { Selection } from '../../core/run/people/peopleSelection';
import { hasBit } from '../../core/run/people/peopleSelection';
import type { Plan } from '../../core/run/plan';
import { FateCode, isSent, sentIn } from '../../core/run/plan';
import type { LostBody, PlannedBody } from '../../core/run/plannedBody';
import { hashBody } from '../../extract/hashBody';
import type { PlannedSource, Planner, PlanningOptions } from '../planner';
import { SendingRefusal } from '../sendingRefusal';

/** An operation of a request, as a request of its own. */
interface Single {
  readonly record: number;
  readonly body: string;
}

/**
 * The planner for a plan's bodies. In a search each operation is a batch of its own, regardless of the requests of its
 * source.
 */
export function plannerFor({ kind }: SelectionReason, planner: Planner): Planner {
  return kind === 'search' && !(planner instanceof SearchPlanner) ? new SearchPlanner(planner) : planner;
}

class SearchPlanner implements Planner {
  readonly mapping?: NonNullable<Planner['mapping']>;
  readonly #planner: Planner;
  /** The source's own plan of the same people. */
  #whole: { readonly planned: PlannedSource; readonly options: PlanningOptions } | undefined;

  constructor(planner: Planner) {
    this.#planner = planner;
    if (planner.mapping !== undefined) this.mapping = planner.mapping;
  }

  async plan(options: PlanningOptions): ReturnType<Planner['plan']> {
    const planned = await this.#planner.plan({ ...options, pilot: { first: 0 } });
    if ('problems' in planned) return planned;
    this.#whole = { planned, options };
    const singles: Single[] = [];
    for await (const single of this.#singles()) {
      if ('kind' in single) throw new SendingRefusal('source', single.message, { remedy: single.remedy });
      singles.push(single);
    }
    const survey = { ...planned.survey, operations: singles.length };
    return { ...planned, plan: planOfSingles(planned.plan, singles), survey, pilot: 0 };
  }

  async *bodies(): AsyncGenerator<PlannedBody | LostBody, void, undefined> {
    let number = 0;
    for await (const single of this.#singles()) {
      number++;
      if ('kind' in single) {
        yield { ...single, number };
        return;
      }
      yield { kind: 'body', number, operations: 1, body: single.body };
    }
  }

  close(): Promise<void> {
    return this.#planner.close();
  }

  async *#singles(): AsyncGenerator<Single | LostBody, void, undefined> {
    if (this.#whole === undefined) throw new Error('bodies of a plan that was never made');
    const { planned, options } = this.#whole;
    const { plan } = planned;
    const isWanted = wantedBy(options.selection);
    for await (const body of this.#planner.bodies(planned, options)) {
      if (body.kind === 'lost') {
        yield body;
        return;
      }
      const batch = plan.batches[body.number - 1];
      if (batch === undefined) throw new Error(`batch ${body.number} is not in the plan`);
      yield* singlesOf(body.body, [...sentIn(plan, batch)], isWanted);
    }
  }
}

function wantedBy(selection: Selection): (index: number) => boolean {
  return selection.kind === 'records' ? (index) => hasBit(selection.bits, index) : () => true;
}

function* singlesOf(
  body: string,
  indexes: readonly number[],
  isWanted: (index: number) => boolean,
): Generator<Single, void, undefined> {
  if (!indexes.some(isWanted)) return;
  const parts = partsOfBody(body);
  for (const [place, index] of indexes.entries()) {
    const operation = parts.operations[place];
    if (operation !== undefined && isWanted(index)) yield { record: index + 1, body: bodyOf(parts, [operation]) };
  }
}

/** The plan with each of these people in a batch of their own; other people of the source are left out. */
function planOfSingles({ records, counts, ...plan }: Plan, singles: readonly Single[]): Plan {
  const chosen = new Set(singles.map(({ record }) => record));
  const isLeft = (fate: number, index: number): boolean => isSent(fate) && !chosen.has(index + 1);
  const fates = records.fates.map((fate, index) => (isLeft(fate, index) ? FateCode.unselected : fate));
  const left = counts.operations - singles.length;
  const batches = singles.map(({ record, body }, index) => ({
    number: index + 1,
    operations: 1,
    hash: hashBody(body),
    first: record,
    last: record,
  }));
  return {
    ...plan,
    batches,
    records: { ...records, fates },
    counts: {
      ...counts,
      operations: singles.length,
      batches: singles.length,
      excluded: counts.excluded + left,
      ...(left > 0 && { unselected: (counts.unselected ?? 0) + left }),
    },
  };
}

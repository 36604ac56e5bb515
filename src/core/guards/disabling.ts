import { joinedRecords } from '../baseline/joinedRecords';
import type { CountedRecords } from '../baseline/survey';
import { allowance, shareOf } from './allowance';
import type { Grade } from './allowance';
import { grade } from './allowance';
import type { OwnFacts } from './guardFacts';
import type { GuardLimits } from './guardLimits';

/** The people whom a plan would disable, according to what is known. */
export interface Disabling {
  readonly people: CountedRecords;
  /** The number of people who are active now; the number of operations if that is unknown. */
  readonly of: number;
  /** The label after that number: `active people`. */
  readonly ofWhom: string;
  /** Why the count may be too high; absent if no better count is possible. */
  readonly doubt?: string;
}

/** Counts by accounts if they were read, otherwise by the last upload, otherwise all inactive people. */
export function disabling(facts: OwnFacts): Disabling {
  const { effects, comparison, survey } = facts;
  const predicted = 'known' in effects ? effects.known : undefined;
  const last = 'known' in comparison ? comparison.known : undefined;
  const base = baseOf(facts);
  if (predicted !== undefined) return { people: predicted.disabled, ...base };
  if (last !== undefined) return { people: joinedRecords(last.leavers, last.unknownInactive), ...base };
  return { people: survey.disabled, ...base, ...('unknown' in comparison && { doubt: comparison.unknown }) };
}

/**
 * The base of a share: the active people of the last upload, otherwise the people of the plan. The accounts of the
 * tenant are not used: they include people outside the job, and whether they are counted depends on how many people are
 * looked up.
 */
function baseOf({ comparison, survey }: OwnFacts): Pick<Disabling, 'of' | 'ofWhom'> {
  const active = ('known' in comparison && comparison.known?.active) || 0;
  return active > 0 ? { of: active, ofWhom: 'active people' } : { of: survey.operations, ofWhom: 'people of the plan' };
}

/** The decision for disabling this many people. */
export function gradeDisabling(count: number, of: number, { disable }: GuardLimits): Grade {
  return grade(count, { type: allowance(disable.type, of), stop: allowance(disable.stop, of) });
}

/** The name of the limit that stops this many people from being disabled. */
export function stoppingLimit(count: number, of: number, { disable }: GuardLimits): string {
  return count > shareOf(disable.stop.percent, of) ? 'disable.stop.percent' : 'disable.stop.count';
}

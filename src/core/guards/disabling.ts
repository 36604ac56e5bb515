import { joinedRecords } from '../baseline/joinedRecords';
import type { CountedRecords } from '../baseline/survey';
import { allowance, shareOf } from './allowance';
import type { Grade } from './allowance';
import { grade } from './allowance';
import type { OwnFacts } from './guardFacts';
import type { GuardLimits } from './guardLimits';

/** Whom a plan would disable, as far as is known. */
export interface Disabling {
  readonly people: CountedRecords;
  /** Those who are active now; all operations where that is not known. */
  readonly of: number;
  /** How they are described after their number: `active people`. */
  readonly ofWhom: string;
  /** Why the number may be too high; absent where it is the best that there is. */
  readonly doubt?: string;
}

/** By the accounts where they were read, else by what was sent last, else everybody who is inactive counts. */
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
 * Those whom a share is of: the active people of last time, else the people of the plan. Not the accounts of the tenant: they include
 * people whom the job has nothing to do with, and whether they were counted depends on how many people are looked up.
 */
function baseOf({ comparison, survey }: OwnFacts): Pick<Disabling, 'of' | 'ofWhom'> {
  const active = ('known' in comparison && comparison.known?.active) || 0;
  return active > 0 ? { of: active, ofWhom: 'active people' } : { of: survey.operations, ofWhom: 'people of the plan' };
}

/** What disabling so many comes to. */
export function gradeDisabling(count: number, of: number, { disable }: GuardLimits): Grade {
  return grade(count, { type: allowance(disable.type, of), stop: allowance(disable.stop, of) });
}

/** The limit that keeps so many from being sent, by its name. */
export function stoppingLimit(count: number, of: number, { disable }: GuardLimits): string {
  return count > shareOf(disable.stop.percent, of) ? 'disable.stop.percent' : 'disable.stop.count';
}

import { DAYS, MONTHS } from '../core/expression/dotnet/dates/dateNames';
import type { ShownRun } from './runElement';

/** The runs of one day, in the given order. */
export interface RunDay {
  /** `2026-11-29` in local time; `earlier` if no time is known. */
  readonly key: string;
  readonly title: string;
  readonly runs: readonly ShownRun[];
}

/** Number of days for which the weekday alone is unambiguous. */
const WEEK = 7;

/**
 * Groups runs by the day on which they began, the newest day first.
 * @param runs newest first
 * @param now milliseconds since 1970
 */
export function runDays(runs: readonly ShownRun[], now: number): readonly RunDay[] {
  const days = new Map<string, ShownRun[]>();
  for (const run of runs) {
    const key = keyOf(run.at);
    days.set(key, [...(days.get(key) ?? []), run]);
  }
  return [...days].map(([key, own]) => ({ key, title: titleOf(own[0]?.at ?? NaN, now), runs: own }));
}

function keyOf(at: number): string {
  if (Number.isNaN(at)) return 'earlier';
  const date = new Date(at);
  const part = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())}`;
}

/** A title such as `Today`, `Yesterday`, `Wednesday`, `12 November` or `12 November 2025`. */
function titleOf(at: number, now: number): string {
  if (Number.isNaN(at)) return 'Earlier';
  const [date, today] = [new Date(at), new Date(now)];
  const days = daysBetween(date, today);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  if (days > 1 && days < WEEK) return DAYS[date.getDay()] ?? '';
  const day = `${date.getDate()} ${MONTHS[date.getMonth()] ?? ''}`;
  return date.getFullYear() === today.getFullYear() ? day : `${day} ${date.getFullYear()}`;
}

/** Counts calendar days, because a day may have 23 hours. */
function daysBetween(from: Date, to: Date): number {
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((midnight(to) - midnight(from)) / 86_400_000);
}

import type { LogReadState } from '../../connections/log/connectionLog';
import type { Explanation } from '../../core/logs/explanations';
import type { LogFilter } from '../../core/logs/list/logFilter';
import { describeFilter } from '../../core/logs/list/logFilter';
import { counted } from '../../core/text/counted';
import { formatCount } from '../../core/text/formatCount';
import type { PlainText } from '../../core/text/plainText';
import { plainLines } from '../../core/text/plainText';

/** The facts about a log apart from its rows. */
export interface LogFacts {
  readonly state: LogReadState;
  readonly follows: boolean;
  /** What reading is waiting for. */
  readonly waiting: string | undefined;
  readonly whyEmpty: Explanation | undefined;
  readonly filter: LogFilter;
  /** The number of entries that were read, and how many of them match the filter. */
  readonly size: number;
  readonly shown: number;
  /** The list has reached its maximum number of entries. */
  readonly isFull: boolean;
}

/** The sentences above the rows: the filter, what reading is waiting for, and what prevents it from continuing. */
export function logMessage(facts: LogFacts, timeOf: (at: number) => string): PlainText {
  return plainLines([filterWords(facts, timeOf), ...stateWords(facts)].filter((part) => part !== '').join(' '));
}

function filterWords({ filter, size, shown }: LogFacts, timeOf: (at: number) => string): string {
  const words = describeFilter(filter, timeOf);
  if (words === '') return '';
  return `Filter: ${words} (${formatCount(shown)} of ${counted(size, 'entry', 'entries')}).`;
}

function stateWords(facts: LogFacts): readonly string[] {
  const { state, follows, waiting, size } = facts;
  switch (state.kind) {
    case 'unread':
      return [];
    case 'opening':
      return [waiting ?? 'Connecting…'];
    case 'reading':
      return [`Reading the log, ${counted(size, 'entry', 'entries')} so far.`, waiting ?? ''];
    case 'read':
      return [emptyWords(facts), fullWords(facts), waiting ?? (follows ? 'Following the log.' : '')];
    case 'stopped':
      return ['Reading was stopped before the end of the log.'];
    case 'failed':
      return [`The log cannot be read. ${state.error.message} ${state.error.remedy}`.trim()];
  }
}

function emptyWords({ size, whyEmpty, filter }: LogFacts): string {
  if (size > 0) return '';
  const isNarrowed = [filter.since, filter.until, filter.person].some((part) => part !== undefined);
  if (isNarrowed) return 'The log has no entries that fit.';
  return ['The log has no entries yet.', whyEmpty?.cause ?? '', whyEmpty?.remedy ?? ''].join(' ').trim();
}

function fullWords({ isFull, size }: LogFacts): string {
  return isFull ? `Only ${counted(size, 'entry', 'entries')} are listed. Filter by time to see others.` : '';
}

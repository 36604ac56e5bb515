import type { CountedRecords } from '../../../core/baseline/survey';
import type { BatchState } from '../../../core/run/recordState';
import type { PlannedBatch } from '../../../core/run/plan';
import { plainLines, plainText } from '../../../core/text/plainText';
import { factLines } from '../../../sending/summary/planLines';
import type { AskedPlan, PlanQuestion } from './planQuestion';
import { findingsOf } from './planQuestion';
import { counted } from '../../../core/text/counted';
import { placeOf } from './planWords';

/** A request of a run that may continue. */
export interface ResumedBatch extends Pick<PlannedBatch, 'operations'> {
  readonly state: BatchState;
  /** Whether it is sent when the run continues. */
  readonly isLeft: boolean;
}

/** A run that may continue. */
export interface AskedResumption extends AskedPlan {
  readonly batches: readonly ResumedBatch[];
  readonly superseded: CountedRecords;
  /** The plan is so old that its guards have run again. */
  readonly isOld: boolean;
}

/** The dialog before a run continues: what was accepted, what is unknown, and what is left. */
export function resumeQuestion(asked: AskedResumption): PlanQuestion {
  const { facts, findings, batches, superseded, isOld } = asked;
  const stops = findings.some(({ decision }) => decision === 'stop');
  const where = placeOf(facts);
  const source = plainText(facts.plan.source.name, 100);
  const isSearch = facts.plan.selection.kind === 'search';
  const left = batches.filter(({ isLeft }) => isLeft).length;
  const lines = [
    `Connection: ${plainText(facts.plan.connection.name, 80)}`,
    ...GROUPS.flatMap(([title, isIn]) => lineOf(title, batches.filter(isIn), isSearch)),
    ...(superseded.count === 0
      ? []
      : [`Left out: ${counted(superseded.count, 'person', 'people')} whom a newer run has sent since`]),
    ...(isOld
      ? ['', 'This plan is more than a day old. Checked again:', ...factLines(asked), ...findingsOf(asked)]
      : []),
  ];
  const detail = plainLines(lines.map((line) => plainText(line, 400)).join('\n'), 4_000);
  if (stops) return { message: plainText(`${source} cannot be sent on to ${where}.`, 400), detail };
  return {
    message: plainText(`Resume sending ${source} to ${where}?`, 400),
    detail,
    send: plainText(`Send ${counted(left, isSearch ? 'Operation' : 'Request')}`),
  };
}

const GROUPS: readonly (readonly [title: string, isIn: (batch: ResumedBatch) => boolean])[] = [
  ['Accepted, and not sent again', ({ state }) => state === 'accepted'],
  [
    'Outcome unknown; the same bytes are sent again',
    ({ state, isLeft }) => isLeft && (state === 'unknown' || state === 'sending'),
  ],
  ['Not sent yet', ({ state }) => state === 'planned' || state === 'not-sent'],
  ['Refused, and sent again', ({ state, isLeft }) => state === 'rejected' && isLeft],
  ['Refused for their contents, and not sent again', ({ state, isLeft }) => state === 'rejected' && !isLeft],
];

function lineOf(
  title: string,
  batches: readonly Pick<PlannedBatch, 'operations'>[],
  isSearch: boolean,
): readonly string[] {
  if (batches.length === 0) return [];
  const people = batches.reduce((sum, { operations }) => sum + operations, 0);
  // Its requests contain several of these, and which ones is not known yet
  if (isSearch) return [`${title}: ${counted(people, 'person', 'people')}`];
  return [`${title}: ${counted(batches.length, 'request')} of ${counted(people, 'person', 'people')}`];
}

import type { ConnectionKind } from '../../../connections/connection';
import { checkCompared } from '../../../core/guards/checkCompared';
import { agree, counted } from '../../../core/guards/counted';
import { utcTime } from '../../../core/text/time/utcTime';
import type { GuardFinding } from '../../../core/guards/guard';
import type { GuardLimits } from '../../../core/guards/guardLimits';
import { formatCount } from '../../../core/text/formatCount';
import type { ComparedContent, ComparedOther } from '../../../preview/comparison/compareState';
import type { SendingReason } from '../../../preview/readiness';
import { sendingReasons } from '../../../preview/sendingReasons';
import type { ComparedResult, CompareStatus } from '../../../worker/comparing/protocol';

/** The context of a comparison on the page. */
interface Shown {
  readonly other: ComparedOther;
  /** Of the connection in use. */
  readonly kind: ConnectionKind;
  readonly limits: GuardLimits;
  readonly edition: number;
}

/** The page's content for the result of a comparison. */
export function comparedContent(
  { result, list }: Extract<CompareStatus, { readonly kind: 'compared' }>,
  { other, kind, limits, edition }: Shown,
): ComparedContent {
  return {
    counts: result.counts,
    attributes: result.attributes,
    list,
    edition,
    reasons: sendingReasons(findingsOf(result, kind, limits)).map(ofComparison),
    notes: other.kind === 'extract' ? notesOfExtract(result, other.name) : notesOfLastSent(result),
    hasValues: other.kind === 'extract',
  };
}

/** Without links that lead away from the comparison: to another connection, or to the prediction. */
function ofComparison(reason: SendingReason): SendingReason {
  return { ...reason, links: reason.links.filter(({ kind }) => kind !== 'connection' && kind !== 'outcome') };
}

function findingsOf(
  { own, comparison, lastSource }: ComparedResult,
  kind: ConnectionKind,
  limits: GuardLimits,
): readonly GuardFinding[] {
  const { name, modifiedAt, counts, refused, survey, findings } = own;
  const source = { kind: 'extract' as const, name, ...(modifiedAt !== undefined && { modifiedAt }) };
  const target = { kind: kind === 'sandbox' ? ('sandbox' as const) : ('tenant' as const) };
  const facts = {
    ...findings,
    plan: { target, source, selection: { kind: 'all' as const } },
    counts,
    refused,
    survey,
    comparison: { known: comparison },
    // Accounts are not read: the comparison says who is new, and who would be disabled
    effects: { known: undefined },
    lastSource: { known: lastSource },
  };
  return checkCompared(facts, limits);
}

function notesOfExtract(result: ComparedResult, name: string): readonly string[] {
  const { own, other } = result;
  const { leftOut = 0, repeated = 0, withoutId = 0 } = other ?? {};
  return [
    ...whyNobody(result, name),
    ...leftOutNote([{ name, count: leftOut, withoutId }, ownLeftOut(own)]),
    ...(repeated > 0
      ? [
          `${counted(repeated, 'record')} of ${name} ${agree(repeated, 'repeats', 'repeat')} an earlier id; the first counts.`,
        ]
      : []),
  ];
}

/** Why the extracts have nobody in common, if so: the first of the possible reasons. */
function whyNobody(result: ComparedResult, name: string): readonly string[] {
  const { own, other, counts, comparison } = result;
  const byIds = whyNobodyIsRecognised(result);
  if (byIds.length > 0) return byIds;
  if (hasNoIds(other)) return [noIdsNote(name)];
  if (comparison.people === 0)
    return [`No record of ${name} becomes an operation, so there is nobody to compare with.`];
  const isNobodyKnown = counts.every(([kind, count]) => !IN_BOTH.has(kind) || count === 0);
  return isNobodyKnown && own.survey.operations > 0
    ? ['Nobody is in both extracts. Check that their ids come from the same column.']
    : [];
}

/** Why nobody of the extract itself can be identified, if so. */
function whyNobodyIsRecognised({ own, hasIdRule }: ComparedResult): readonly string[] {
  if (!hasIdRule)
    return [
      'People are recognised by externalId, and the mapping has no rule for it, so everybody counts as new. Add a rule for externalId.',
    ];
  return hasNoIds({ records: own.counts.records, withoutId: own.withoutId }) ? [noIdsNote(own.name)] : [];
}

function hasNoIds(side: { readonly records: number; readonly withoutId: number } | undefined): boolean {
  return side !== undefined && side.records > 0 && side.withoutId === side.records;
}

function noIdsNote(name: string): string {
  return `No record of ${name} has an id, so nobody can be recognised. Check the column that the rule for externalId reads.`;
}

const IN_BOTH: ReadonlySet<string> = new Set(['changed', 'disabled', 'unchanged', 'again', 'left-out']);

interface LeftOut {
  readonly name: string;
  /** Records that become no operation, and how many have no id. */
  readonly count: number;
  readonly withoutId: number;
}

function ownLeftOut({ counts, withoutId, name }: ComparedResult['own']): LeftOut {
  return { name, count: counts.refused + counts.excluded, withoutId };
}

/** Who is not compared, in one sentence for both sides. */
function leftOutNote(sides: readonly LeftOut[]): readonly string[] {
  const some = sides.filter(({ count }) => count > 0);
  return some.length === 0
    ? []
    : [`Skipped (invalid) or excluded, and so not compared: ${some.map(leftOutOf).join('; ')}.`];
}

function leftOutOf({ name, count, withoutId }: LeftOut): string {
  // An operation has no id either where the mapping has no rule for it
  const ofThem = Math.min(count, withoutId);
  const who = count === 1 ? '' : `${formatCount(ofThem)} of them `;
  return `${counted(count, 'record')} of ${name}${ofThem === 0 ? '' : `, ${who}without an id`}`;
}

function notesOfLastSent(result: ComparedResult): readonly string[] {
  const { own, counts, comparison, lastSource } = result;
  const leavers = counts.find(([kind]) => kind === 'leaver')?.[1] ?? 0;
  return [
    `Last sent on ${utcTime(comparison.takenAt)}, from ${lastSource.name}.`,
    'Of what was sent only hashes are kept: they say what differs, and not what it was.',
    ...whyNobodyIsRecognised(result),
    ...(comparison.isSameMapping ? [] : ['The mapping is not the one with which everybody was last sent.']),
    ...(comparison.hasSameAttributes
      ? []
      : ['It writes other attributes than last time, so nobody counts as unchanged.']),
    ...(leavers > 0
      ? [
          `${counted(leavers, 'person')} who ${agree(leavers, 'was', 'were')} sent ${agree(leavers, 'is', 'are')} not in this extract: how many is known, and not who.`,
        ]
      : []),
    ...leftOutNote([ownLeftOut(own)]),
  ];
}

import type { Problem } from '../problems/problem';
import { problemOf } from '../problems/problemKind';
import { nearest } from '../text/nearest';
import type { ProblemLevels } from '../problems/problemLevels';
import { review } from '../problems/review';
import type { LoadedMapping } from '../mapping/loadMapping';
import { isMappingProblem, mappingProblemKinds } from './mappingProblemKinds';
import { silenceProblems } from '../mapping/silenceProblems';
import type { Silence } from '../mapping/silences';
import { staticProblemKinds } from '../mapping/staticProblemKinds';

/** What is known about a mapping besides its text. */
export interface Review {
  /** Problems from the values of an extract, at places in the text. */
  readonly values?: readonly Problem[];
  readonly levels?: ProblemLevels;
}

/**
 * All problems of a mapping as they are shown: without those that comments silence, with problems of such comments, at
 * the user's levels, sorted by place.
 */
export function reviewMapping(loaded: LoadedMapping, { values = [], levels }: Review = {}): readonly Problem[] {
  const { silencer, silences, silenced, problems } = loaded;
  const [silencedValues, loud] = silencer.sorted(values);
  const effective = new Set([...silenced, ...silencedValues].flatMap((problem) => silencer.silencesOf(problem)));
  const ofComments = silences.flatMap((silence) => judgeSilence(silence, effective.has(silence)));
  return inOrder(review([...problems, ...loud, ...ofComments], levels));
}

/** Codes for which the text alone shows whether a comment silences anything. */
const OF_TEXT = new Set<string>(
  staticProblemKinds.filter(({ authority }) => authority !== 'the extract').map(({ code }) => code),
);

function judgeSilence(silence: Silence, hasEffect: boolean): readonly Problem[] {
  return [...judgeEffect(silence, hasEffect), ...judgeSpelling(silence)];
}

function judgeSpelling({ code, written, span }: Silence): readonly Problem[] {
  if (code === written) return [];
  const message = `"${written}" is the former spelling of "${code}". It still works.`;
  return [problemOf(silenceProblems.formerCode, span, message, { replacement: code })];
}

function judgeEffect({ code, span }: Silence, hasEffect: boolean): readonly Problem[] {
  if (!isMappingProblem(code)) {
    const meant = nearest(
      code,
      mappingProblemKinds.map((kind) => kind.code),
    );
    const offer = meant === undefined ? '' : ` Did you mean "${meant}"?`;
    const message = `Unknown code "${code}": the comment has no effect.${offer}`;
    return [
      problemOf(silenceProblems.unknownCode, span, message, meant === undefined ? undefined : { replacement: meant }),
    ];
  }
  if (hasEffect || !OF_TEXT.has(code)) return [];
  const message = `"${code}" has no effect here: there is no such problem, or it prevents the mapping from being used.`;
  return [problemOf(silenceProblems.withoutEffect, span, message, { code })];
}

function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => a.span.start - b.span.start);
}

import { currentCode } from '../../core/problems/formerCodes';
import type { ProblemLevel, ProblemLevels } from '../../core/problems/problemLevels';
import { PROBLEM_LEVELS } from '../../core/problems/problemLevels';
import { problemKinds } from '../../core/catalogue/problemKinds';
import { nearest } from '../../core/text/nearest';
import { UsageError } from '../command';

/** Parses the `code=level` values of `--level`; the last one for a code wins. Throws {@link UsageError}. */
export function readProblemLevels(words: readonly string[]): ProblemLevels {
  return Object.fromEntries(words.map(readLevel));
}

function readLevel(word: string): readonly [string, ProblemLevel] {
  const [written = '', name] = word.split('=');
  const level = PROBLEM_LEVELS.find((candidate) => candidate === name);
  if (level === undefined)
    throw new UsageError(
      `--level takes a code and ${PROBLEM_LEVELS.join(', ')}, like mapping.unused-column=off, not "${word}".`,
    );
  const code = currentCode(written);
  const codes = problemKinds.map((kind): string => kind.code);
  if (codes.includes(code)) return [code, level];
  const meant = nearest(code, codes);
  throw new UsageError(
    `--level: unknown code "${code}".${meant === undefined ? ' docs/problems.md lists them.' : ` Did you mean "${meant}"?`}`,
  );
}

import type { TextEdit } from '../../../core/text/textEdit';
import type { FixLanguage } from './fixLanguage';
import type { Fix, ProblemToFix } from './quickFix';

/** One way to fix a problem, with its edits to the whole document. */
export interface FoundFix<Own extends Fix = Fix> {
  readonly fix: Own;
  readonly isPreferred: boolean;
  readonly edits: () => readonly TextEdit[] | undefined;
}

/** The fixes of a problem in the order of the table. If two are marked as preferred, neither is. */
export function fixesFor<Request extends ProblemToFix, Own extends Fix>(
  { table, requestFor, editsOf }: FixLanguage<Request, Own>,
  problem: ProblemToFix,
): readonly FoundFix<Own>[] {
  const request = requestFor(problem);
  if (request === undefined) return [];
  const fixes = table
    .filter(({ codes }) => codes === 'every' || codes.includes(problem.code))
    .flatMap((quickFix) => [...quickFix.fixes(request)]);
  const [preferred, ...others] = fixes.filter(({ isPreferred }) => isPreferred === true);
  return fixes.map((fix) => ({
    fix,
    isPreferred: fix === preferred && others.length === 0,
    edits: () => fix.edits && editsOf(request, fix.edits, fix),
  }));
}

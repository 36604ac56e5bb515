import type { Disposable } from 'vscode';
import { Uri, workspace } from 'vscode';
import { problemScheme } from '../../contributions';

const ENDING = '.md';

/** The address of the page about a kind of problem; the code of a problem in the editor links to it. */
export function problemPage(code: string): string {
  return Uri.from({ scheme: problemScheme, path: `/${code}${ENDING}` }).toString();
}

/** Shows, for each kind of problem, what is wrong, why it matters and what to do. */
export function registerProblemDocuments(): Disposable {
  return workspace.registerTextDocumentContentProvider(problemScheme, {
    provideTextDocumentContent: async ({ path }) => {
      const code = path.slice(1, -ENDING.length);
      const [{ describeProblem }, { problemKindOf }, { code: inCode }] = await Promise.all([
        import('../../../core/catalogue/describeProblems'),
        import('../../../core/catalogue/problemKinds'),
        import('../../../language/shared/markdown'),
      ]);
      const kind = problemKindOf(code);
      return kind === undefined ? `Unknown problem code ${inCode(code)}.` : describeProblem(kind);
    },
  });
}

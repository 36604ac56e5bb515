import type { CodeAction, Range } from 'vscode-languageserver-types';
import type { LineIndex } from '../../src/core/text/lineIndex';
import type { DocumentAnswers } from '../../src/language/shared/documentAnswers';

const WHOLE = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

type Question = Exclude<keyof DocumentAnswers, 'kind'>;

/** Every question of the editor. Each answers, or says by `undefined` that it has no answer; none throws. */
const questions: Readonly<Record<Question, (answers: DocumentAnswers, index: LineIndex, offset: number) => unknown>> = {
  diagnose: (answers) => answers.diagnose(),
  complete: (answers, _, offset) => answers.complete(offset),
  hover: (answers, _, offset) => answers.hover(offset),
  signatureHelp: (answers, _, offset) => answers.signatureHelp?.(offset),
  codeActions: (answers, index, offset) => answers.codeActions({ range: cursor(index, offset), diagnostics: [] }),
  resolveAction: (answers, index, offset) => fixesAndSourceActions(answers, index, offset).map(answers.resolveAction),
  symbols: (answers) => answers.symbols(),
  format: (answers) => answers.format?.(),
  folds: (answers) => answers.folds?.(),
  selectionRanges: (answers, _, offset) => answers.selectionRanges?.([offset]),
  semanticTokens: (answers) => answers.semanticTokens?.(),
  inlayHints: (answers) => answers.inlayHints?.(WHOLE),
  links: (answers) => answers.links?.(),
  highlights: (answers, _, offset) => answers.highlights?.(offset),
  references: (answers, _, offset) => answers.references?.(offset),
  prepareRename: (answers, _, offset) => answers.prepareRename?.(offset),
  rename: (answers, _, offset) => answers.rename?.(offset, 'New'),
};

function cursor(index: LineIndex, offset: number): Range {
  const place = index.positionAt(offset);
  return { start: place, end: place };
}

/** What can be done about all problems, and to the text as a whole. */
function fixesAndSourceActions(answers: DocumentAnswers, index: LineIndex, offset: number): readonly CodeAction[] {
  const asked = { range: cursor(index, offset), diagnostics: answers.diagnose() };
  return ['quickfix', 'source'].flatMap((only) => answers.codeActions({ ...asked, only }));
}

/** Asks everything at a place, and names the question that fails. */
export function askEverything(answers: DocumentAnswers, index: LineIndex, offset: number): void {
  for (const [name, ask] of Object.entries(questions)) {
    try {
      ask(answers, index, offset);
    } catch (error) {
      throw new Error(`${name} failed`, { cause: error });
    }
  }
}

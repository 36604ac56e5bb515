import { textIn, textsIn } from '../../mapping/quickFixes/fixData';
import { jsonEscaped } from '../../../core/jobSchema/embeddedExpression';
import { applyEdits } from '../../../core/text/textEdit';
import { sourceEdits } from '../sourceEdits';
import type { JobEdit, JobFix, JobFixRequest } from './jobFix';
import { mappingOf } from './jobFix';

/** The text that was probably meant, or one of the few that mean something. */
export const takeReplacement: JobFix = {
  codes: 'every',
  *fixes(request) {
    const { data, span, code, document } = request;
    if (code.startsWith('expression.')) return;
    const replacement = textIn(data, 'replacement');
    if (replacement === undefined) {
      if (code !== 'job.unknown-value') return;
      for (const value of textsIn(data, 'values')) yield change(JSON.stringify(value), request);
      return;
    }
    const isInExpression = document.text.charAt(span.start) !== '"' && code === 'job.unknown-source-attribute';
    if (isInExpression) yield* inExpression(request, replacement);
    else yield { ...change(replacement, request), isPreferred: true };
  },
};

function change(newText: string, { span }: JobFixRequest): JobEdit {
  return { title: `Change to ${newText}`, edits: [{ span, newText }] };
}

/** The tree beside the expression is kept in step. */
function* inExpression(request: JobFixRequest, replacement: string): Generator<JobEdit> {
  const { attribute } = mappingOf(request) ?? {};
  const { expression, source } = attribute ?? {};
  if (expression === undefined || source === undefined) return;
  const { text, toExpression } = expression.embedded;
  const where = { start: toExpression(request.span.start), end: toExpression(request.span.end) };
  const newText = unescaped(replacement);
  if (newText === undefined) return;
  const changed = applyEdits(text, [{ span: where, newText }]);
  yield {
    title: `Change to ${newText}`,
    edits: sourceEdits(request.document.text, source, changed),
    isPreferred: true,
  };
}

/** The data comes back from the editor: what is no text in JSON is not believed. */
function unescaped(text: string): string | undefined {
  const match = /^(?:[^"\\]|\\.)*$/s.exec(text);
  if (match === null) return undefined;
  const plain = text.replace(/\\(["\\/])/g, '$1');
  return jsonEscaped(plain) === text ? plain : undefined;
}

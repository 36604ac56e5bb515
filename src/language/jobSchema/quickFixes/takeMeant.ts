import { jsonEscaped } from '../../../core/jobSchema/embeddedExpression';
import { applyEdits } from '../../../core/text/textEdit';
import { textIn, textsIn } from '../../shared/fixes/fixData';
import type { Fix } from '../../shared/fixes/quickFix';
import { takeReplacement } from '../../shared/fixes/takeReplacement';
import { sourceEdits } from '../sourceEdits';
import type { JobFixRequest } from './jobFix';
import { mappingOf } from './jobFix';

/** Replaces a text with the probable one, or with one of the few allowed ones. */
export const takeMeant = takeReplacement<JobFixRequest>({
  codes: 'every',
  textOf: ({ document, span: { start, end } }) => document.text.slice(start, end),
  instead: (request) => {
    const { code, data, document, span } = request;
    if (code.startsWith('expression.')) return [];
    const replacement = textIn(data, 'replacement');
    if (replacement === undefined) return code === 'job.unknown-value' ? oneOfAll(request) : undefined;
    const isInExpression = document.text.charAt(span.start) !== '"' && code === 'job.unknown-source-attribute';
    return isInExpression ? inExpression(request, replacement) : undefined;
  },
});

function oneOfAll({ data, span }: JobFixRequest): readonly Fix[] {
  return textsIn(data, 'values').map((value) => {
    const newText = JSON.stringify(value);
    return { title: `Change to ${newText}`, edits: [{ span, newText }] };
  });
}

/** Keeps the stored tree in sync. */
function* inExpression(request: JobFixRequest, replacement: string): Generator<Fix> {
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

/** The data comes back from the editor, so anything but a JSON string is ignored. */
function unescaped(text: string): string | undefined {
  const match = /^(?:[^"\\]|\\.)*$/s.exec(text);
  if (match === null) return undefined;
  const plain = text.replace(/\\(["\\/])/g, '$1');
  return jsonEscaped(plain) === text ? plain : undefined;
}

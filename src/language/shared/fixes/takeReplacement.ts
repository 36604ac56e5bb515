import { span } from '../../../core/text/span';
import { isObject, textIn, textsIn } from './fixData';
import type { Fix, ProblemToFix, QuickFix } from './quickFix';

/** How a language applies the replacements that its problems propose. */
interface Proposals<Request extends ProblemToFix> {
  readonly codes: QuickFix<Request>['codes'];
  /** The current text at the problem's place. */
  readonly textOf: (request: Request) => string;
  /** How a proposal is written there; by default, unchanged. */
  readonly written?: (request: Request, proposal: string) => string;
  /** The fixes that take the place of all this for some problems; `undefined` for the others. */
  readonly instead?: (request: Request) => Iterable<Fix> | undefined;
}

/**
 * Builds the fix that applies what the data of a problem proposes: `replacement`, the probable text; `replacements`,
 * several possible ones; `wrap`, what is missing around the text.
 */
export function takeReplacement<Request extends ProblemToFix>(proposals: Proposals<Request>): QuickFix<Request> {
  return {
    codes: proposals.codes,
    *fixes(request) {
      const instead = proposals.instead?.(request);
      yield* instead ?? proposed(request, proposals);
    },
  };
}

function* proposed<Request extends ProblemToFix>(
  request: Request,
  { textOf, written }: Proposals<Request>,
): Generator<Fix> {
  const { data, span: where } = request;
  const only = textIn(data, 'replacement');
  const offered = only === undefined ? textsIn(data, 'replacements') : [only];
  for (const proposal of offered) {
    const newText = written?.(request, proposal) ?? proposal;
    const title = newText === '' ? `Remove ${textOf(request)}` : `Change to ${newText}`;
    yield { title, edits: [{ span: where, newText }], isPreferred: only !== undefined };
  }
  if (offered.length === 0) yield* wrapped(request);
}

function* wrapped({ data, span: { start, end } }: ProblemToFix): Generator<Fix> {
  const { wrap } = data;
  const [before, after] = isObject(wrap) ? [textIn(wrap, 'before'), textIn(wrap, 'after')] : [];
  if (before === undefined || after === undefined) return;
  const edits = [
    { span: span(start, start), newText: before },
    { span: span(end, end), newText: after },
  ];
  yield { title: `Wrap in ${before} ${after}`, edits, isPreferred: true };
}

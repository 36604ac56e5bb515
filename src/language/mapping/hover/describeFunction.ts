import type { FunctionEntry } from '../../../core/expression/functions/functionEntry';
import { signature } from '../../../core/expression/signature';
import type { Markdown } from '../../shared/markdown';
import { bulletList, code, codeBlock, words, ours, paragraphs } from '../../shared/markdown';

/**
 * A function of the language: its call, what it does, an example, and how far its result here is the service's.
 * @param here what it gives at the place that is asked about
 */
export function describeFunction(entry: FunctionEntry, here?: Markdown): Markdown {
  const { documentation, parameters, example, returns } = entry;
  const list = parameters.map(
    (parameter) =>
      words`${code(parameter.name)}${parameter.optional === true ? words` (optional)` : words``}: ${ours(parameter.documentation)}`,
  );
  return paragraphs(
    codeBlock(`${signature(entry)} -> ${returns}`),
    here,
    ours(documentation),
    bulletList(list),
    words`${code(example.expression, Infinity)} gives ${code(example.result, Infinity)}`,
    describeHonesty(entry),
  );
}

/** How far a result here is the service's own. */
export function describeHonesty({ fidelity: honesty, unlisted }: FunctionEntry): Markdown {
  const mark =
    honesty.mark === 'exact'
      ? words`*Exact:* the result is the service's.`
      : words`*${honesty.mark === 'approximated' ? words`Approximated` : words`Needs context`}:* ${ours(honesty.reason)}`;
  return unlisted === true ? words`${mark} Not in the list of functions of the reference page.` : mark;
}

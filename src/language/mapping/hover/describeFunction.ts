import type { FunctionEntry } from '../../../core/expression/functions/functionEntry';
import { signature } from '../../../core/expression/signature';
import type { Markdown } from '../../shared/markdown';
import { bulletList, code, codeBlock, words, ours, paragraphs } from '../../shared/markdown';

/**
 * Describes a function of the language: its signature, what it does, an example, and how closely its result matches the
 * service's.
 * @param here its result at the place in question
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

/** How closely the result matches the service's. */
export function describeHonesty({ fidelity: honesty, unlisted }: FunctionEntry): Markdown {
  const mark =
    honesty.mark === 'exact'
      ? words`*Exact:* the result is the same as the service's.`
      : words`*${honesty.mark === 'approximated' ? words`Approximated` : words`Needs context`}:* ${ours(honesty.reason)}`;
  return unlisted === true ? words`${mark} Not in the list of functions of the reference page.` : mark;
}

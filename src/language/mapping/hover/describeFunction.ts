import type { FunctionEntry } from '../../../core/expression/functions/functionEntry';
import { signature } from '../../../core/expression/signature';
import { code, codeBlock } from '../../shared/markdown';
import { paragraphs } from './description';

/**
 * A function of the language: its call, what it does, an example, and how far its result here is the service's.
 * @param here what it gives at the place that is asked about
 */
export function describeFunction(entry: FunctionEntry, here?: string): string {
  const { documentation, parameters, example, returns } = entry;
  const list = parameters.map(
    (parameter) =>
      `- ${code(parameter.name)}${parameter.optional === true ? ' (optional)' : ''}: ${parameter.documentation}`,
  );
  return paragraphs(
    codeBlock(`${signature(entry)} -> ${returns}`),
    here,
    documentation,
    list.join('\n'),
    `${code(example.expression, Infinity)} gives ${code(example.result, Infinity)}`,
    describeHonesty(entry),
  );
}

/** How far a result here is the service's own. */
export function describeHonesty({ honesty, unlisted }: FunctionEntry): string {
  const mark =
    honesty.mark === 'exact'
      ? "*Exact:* the result is the service's."
      : `*${honesty.mark === 'approximated' ? 'Approximated' : 'Needs context'}:* ${honesty.reason}`;
  return unlisted === true ? `${mark} Not in the list of functions of the reference page.` : mark;
}

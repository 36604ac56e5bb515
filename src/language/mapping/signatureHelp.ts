import type { ParameterInformation, SignatureHelp } from 'vscode-languageserver-types';
import type { FunctionEntry } from '../../core/expression/functions/functionEntry';
import { signature } from '../../core/expression/signature';
import { callParameter } from './document/callParameter';
import { describeHonesty } from './hover/describeFunction';
import { locate } from './document/locate';
import type { MappingDocument } from './document/mappingDocument';
import type { Markdown } from '../shared/markdown';
import { code, markup, words, ours, paragraphs } from '../shared/markdown';

/**
 * The function whose argument contains the cursor, and the parameter of that argument, including repeated ones. Never
 * throws.
 */
export function signatureHelp(document: MappingDocument, offset: number): SignatureHelp | undefined {
  const place = locate(document, offset);
  if (place.kind !== 'expression') return undefined;
  const at = callParameter(document.text, place.calls);
  if (at === undefined) return undefined;
  const { entry, parameter } = at;
  const { parameters } = entry;
  return {
    signatures: [
      {
        label: signature(entry),
        documentation: markup(describe(entry)),
        parameters: parameterRanges(entry),
      },
    ],
    activeSignature: 0,
    // An index past the last parameter highlights none, which is right for an extra argument
    activeParameter: parameter === undefined ? parameters.length : parameters.indexOf(parameter),
  };
}

function describe(entry: FunctionEntry): Markdown {
  const example = words`${code(entry.example.expression, Infinity)} gives ${code(entry.example.result, Infinity)}`;
  return paragraphs(ours(entry.documentation), example, describeHonesty(entry));
}

/** The range of each parameter in the signature. */
function parameterRanges(entry: FunctionEntry): ParameterInformation[] {
  let at = entry.name.length + 1;
  return entry.parameters.map(({ name, optional, documentation, type }) => {
    const start = at + (optional === true ? 1 : 0);
    const end = start + name.length;
    at = end + (optional === true ? 1 : 0) + ', '.length;
    return {
      label: [start, end],
      documentation: markup(
        words`${ours(documentation)} (${ours(type)}${optional === true ? words`, optional` : words``})`,
      ),
    };
  });
}

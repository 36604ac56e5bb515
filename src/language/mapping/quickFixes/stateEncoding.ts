import { printString } from '../../../core/expression/print';
import { span } from '../../../core/text/span';
import type { TextEdit } from '../../../core/text/textEdit';
import type { MappingDocument } from '../document/mappingDocument';
import type { MappingQuickFix } from './mappingFix';

/** Sets the extract's probable encoding in the source block, or adds one. */
export const stateEncoding: MappingQuickFix = {
  codes: ['csv.encoding.invalid', 'csv.encoding.misstated'],
  *fixes({ document, data }) {
    const { encoding } = data;
    if (typeof encoding !== 'string') return;
    const setting = `encoding = ${printString(encoding)}`;
    yield {
      title: `State ${setting}`,
      edits: [editOf(document, setting, printString(encoding))],
      isPreferred: true,
      isStructural: true,
    };
  },
};

function editOf({ text, loaded }: MappingDocument, setting: string, value: string): TextEdit {
  const [first, ...others] = loaded.parsed.tree.statements;
  const source = [first, ...others].find((statement) => statement?.kind === 'source');
  const stated = source?.settings.find(({ name }) => name.text === 'encoding')?.values[0];
  if (stated !== undefined) return { span: stated.span, newText: value };
  if (source === undefined) {
    const at = first?.span.start ?? text.length;
    return { span: span(at, at), newText: `source csv {\n  ${setting}\n}\n\n` };
  }
  const last = source.settings.at(-1);
  const brace = text.indexOf('{', source.span.start) + 1;
  const at = last?.span.end ?? brace;
  return { span: span(at, at), newText: `\n  ${setting}${last === undefined && text[at] !== '\n' ? '\n' : ''}` };
}

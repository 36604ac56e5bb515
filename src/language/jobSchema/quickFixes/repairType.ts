import { textIn } from '../../quickFixes/fixData';
import type { JobFix } from './jobFix';

/** `"true"` becomes `true`, `"1"` becomes `1`, and `1` becomes `"1"`. */
export const repairType: JobFix = {
  codes: ['job.wrong-type'],
  *fixes({ document: { text }, span, data }) {
    const newText = repaired(text.slice(span.start, span.end), textIn(data, 'expected'));
    if (newText !== undefined) yield { title: `Change to ${newText}`, edits: [{ span, newText }], isPreferred: true };
  },
};

function repaired(value: string, expected: string | undefined): string | undefined {
  const inner = /^"([^"\\]*)"$/.exec(value)?.[1]?.trim();
  switch (expected) {
    case 'boolean':
      return inner === undefined ? undefined : /^(?:true|false)$/i.exec(inner)?.[0].toLowerCase();
    case 'integer':
      return inner === undefined ? undefined : /^-?(?:0|[1-9][0-9]{0,9})$/.exec(inner)?.[0];
    case 'string':
      return /^(?:-?[0-9.]+|true|false)$/.test(value) ? JSON.stringify(value) : undefined;
    default:
      return undefined;
  }
}

import { span } from '../../../core/text/span';
import { textIn } from '../../mapping/quickFixes/fixData';
import type { JobFix } from './jobFix';

/** A value becomes the only element of the list that is wanted in its place. */
export const repairType: JobFix = {
  codes: ['job.wrong-type'],
  *fixes({ span: { start, end }, data }) {
    const { wrap } = data;
    if (typeof wrap !== 'object' || wrap === null) return;
    const [before, after] = [textIn({ ...wrap }, 'before'), textIn({ ...wrap }, 'after')];
    if (before !== '[' || after !== ']') return;
    const edits = [
      { span: span(start, start), newText: before },
      { span: span(end, end), newText: after },
    ];
    yield { title: 'Put it in a list', edits, isPreferred: true };
  },
};

import type { JobQuickFix } from './jobFix';
import { mappingOf } from './jobFix';
import { setMember } from '../jsonEdits';

/** Numbers the matching attributes 1, 2, 3 in their current order; equal numbers keep the order of the text. */
export const distinctPriorities: JobQuickFix = {
  codes: ['job.matching-priority'],
  *fixes(request) {
    const { around } = mappingOf(request) ?? {};
    const numbered = (around?.mapping.attributeMappings ?? []).flatMap(({ matchingPriority }) =>
      matchingPriority === undefined || matchingPriority.value === 0 ? [] : [matchingPriority],
    );
    const edits = numbered
      .sort((a, b) => a.value - b.value)
      .flatMap(({ value, span }, index) => (value === index + 1 ? [] : [{ span, newText: String(index + 1) }]));
    edits.sort((a, b) => a.span.start - b.span.start);
    if (edits.length > 0) yield { title: 'Number the matching attributes 1, 2, 3', edits, isPreferred: true };
  },
};

/** The matching pair that the service sets up by default. */
const USUAL = { target: 'employeeId', source: 'externalId' };

/** Turns the mapping that usually identifies people into the matching one. */
export const matchOnUsual: JobQuickFix = {
  codes: ['job.no-matching'],
  *fixes(request) {
    const { around } = mappingOf(request) ?? {};
    const usual = around?.mapping.attributeMappings.find(
      ({ target, source }) => target?.text === USUAL.target || source?.name?.text === USUAL.source,
    );
    if (usual === undefined) return;
    yield {
      title: `Match on ${usual.target?.text ?? USUAL.target}`,
      edits: [setMember(request.document.text, usual.node, 'matchingPriority', 1)],
      isPreferred: true,
    };
  },
};

/** Limits the mapping to the creation of an account. */
export const onlyOnCreation: JobQuickFix = {
  codes: ['job.select-unique-value', 'job.changing-value'],
  *fixes(request) {
    const { attribute } = mappingOf(request) ?? {};
    if (attribute === undefined || attribute.flowType !== undefined || request.data.flowType !== 'ObjectAddOnly')
      return;
    yield {
      title: 'Add "flowType": "ObjectAddOnly"',
      edits: [setMember(request.document.text, attribute.node, 'flowType', 'ObjectAddOnly')],
      isPreferred: true,
    };
  },
};

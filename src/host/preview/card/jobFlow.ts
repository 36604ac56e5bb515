import type { AttributeFlow } from '../../../core/jobSchema/attributeFlows';
import { attributeFlows } from '../../../core/jobSchema/attributeFlows';
import { defaultJobSchema } from '../../../core/jobSchema/defaultJobSchema';
import { readJobSchema } from '../../../core/jobSchema/readJobSchema';
import { readJsonText } from '../../../core/json/readJsonText';
import type { JobFlow } from '../../../preview/previewState';

/** The schema of a job, its source, and its attribute mappings for people. */
export interface KnownFlow {
  readonly source: string;
  readonly text: string;
  readonly flows: readonly AttributeFlow[];
}

/**
 * The attribute mappings of a job for people.
 * @param schema the job's own. Default: that of a new job
 * @param connection the name of the connection to the job
 */
export function knownFlow(schema: string | undefined, connection: string): KnownFlow {
  const source = schema === undefined ? 'the attribute mappings of a new job' : `the job schema of ${connection}`;
  const text = schema ?? JSON.stringify(defaultJobSchema('API2AAD'), null, 2);
  return { source, text, flows: flowsOf(text) };
}

/** The flow as the page gets it. */
export function jobFlowOf({ source, flows }: KnownFlow): JobFlow {
  return {
    source,
    attributes: flows.map(({ target, sources, expression }) => ({ name: target, sources, expression })),
  };
}

export function flowsOf(schema: string): readonly AttributeFlow[] {
  return attributeFlows(readJobSchema(readJsonText(schema)));
}

import type { AttributeFlow } from '../../../core/jobSchema/attributeFlows';
import { attributeFlows } from '../../../core/jobSchema/attributeFlows';
import { defaultJobSchema } from '../../../core/jobSchema/defaultJobSchema';
import { readJobSchema } from '../../../core/jobSchema/readJobSchema';
import { readJsonText } from '../../../core/json/readJsonText';
import type { JobFlow } from '../../../preview/previewState';

/** The schema of a job, where it is known from, and what it does with the attributes of people. */
export interface KnownFlow {
  readonly source: string;
  readonly text: string;
  readonly flows: readonly AttributeFlow[];
}

/**
 * What a job does with the attributes of people.
 * @param schema the job's own; left out: that of a new job
 * @param connection the name of the connection that leads to the job
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

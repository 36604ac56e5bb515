import type { JsonObject } from '../../core/json/jsonValue';
import type { FunctionEntry } from '../../core/expression/functions/functionEntry';
import { functions } from '../../core/expression/functions/table';

/** The functions of the expression language. Source: Microsoft Graph, synchronizationSchema: functions. */
export function describeFunctions(): readonly JsonObject[] {
  return functions.filter(({ unlisted }) => unlisted !== true).map(describeFunction);
}

function describeFunction({ name, parameters, repeats }: FunctionEntry): JsonObject {
  return {
    name,
    parameters: parameters.map((parameter, index) => ({
      name: parameter.treeKey ?? parameter.name,
      type: graphType(parameter.type),
      required: parameter.optional !== true,
      allowMultipleOccurrences: index >= parameters.length - (repeats ?? 0),
    })),
  };
}

/** The name of a type in Graph, which only has the types of attributes. */
function graphType(type: string): string {
  return ['Integer', 'Boolean', 'DateTime'].includes(type) ? type : 'String';
}

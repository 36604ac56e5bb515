import type { FunctionEntry, Parameter } from '../../../core/expression/functions/functionEntry';
import { functions } from '../../../core/expression/functions/table';
import { callParameter } from '../document/callParameter';
import { describeFunction } from '../hover/describeFunction';
import type { Offering } from './offer';
import { isFollowedBy } from './offer';

/** Calls whose usual form differs from the full list of parameters. */
const USUAL: Readonly<Record<string, string>> = {
  DateAdd: 'DateAdd("${1|d,yyyy,m,ww,h,n,s|}", ${2:1}, CDate($3))',
  DateDiff: 'DateDiff("${1|d,yyyy,m,ww,h,n,s|}", CDate($2), CDate($3))',
  FormatDateTime: 'FormatDateTime($1, , "$2", "${3:yyyy-MM-ddTHH:mm:ssZ}")',
  IIF: 'IIF($1 ${2|=,<>|} $3, $4, $5)',
  Join: 'Join("${1: }", $2, $3)',
  Replace: 'Replace($1, "${2:old}", , , "${3:new}", , )',
  Split: 'Split($1, "${2:,}")',
  Switch: 'Switch($1, , "$2", "$3")',
  Word: 'Word($1, ${2:1}, "${3: }")',
};

/** `ToL|`: the functions of the language, those that return the expected type first. */
export const functionCalls: Offering = function* (request) {
  const { place, document, begun } = request;
  if (place.kind !== 'expression' || (place.expects !== 'value' && place.expects !== 'right side')) return;
  if (begun !== 'nothing' && begun !== 'word') return;
  const parameter = callParameter(document.text, place.calls)?.parameter;
  if (parameter?.values !== undefined) return;
  const isCalled = isFollowedBy(request, '(');
  for (const entry of functions) {
    const needsJob = entry.needs === 'tenant' || entry.needs === 'roles';
    const names = entry.parameters.map(({ name }) => name).join(', ');
    yield {
      label: entry.name,
      kind: 'function',
      insert: isCalled ? entry.name : snippetOf(entry),
      ...(isCalled ? {} : { isSnippet: true, ...(entry.parameters.length > 0 ? { asksOn: true } : {}) }),
      detail: `(${names})`,
      note: needsJob ? 'in the job only' : entry.returns,
      documentation: describeFunction(entry),
      rank: needsJob ? 70 : suits(entry, parameter) ? 40 : 50,
    };
  }
};

function suits(entry: FunctionEntry, parameter: Parameter | undefined): boolean {
  if (parameter?.type === 'Condition') return entry.returns === 'Boolean';
  return parameter?.type === 'DateTime' && entry.returns === 'DateTime';
}

/**
 * `ToLower($1)`, `Left($1, ${2:NumChars})`: trailing optional arguments are omitted, other optional ones left empty.
 */
function snippetOf({ name, parameters }: FunctionEntry): string {
  const usual = USUAL[name];
  if (usual !== undefined) return usual;
  const needed = parameters.slice(0, parameters.findLastIndex(({ optional }) => optional !== true) + 1);
  const places = needed.map((parameter, index) => {
    if (parameter.optional === true) return '';
    return index === 0 ? '$1' : `\${${index + 1}:${parameter.name}}`;
  });
  return `${name}(${places.join(', ')})`;
}

import type { MappingQuickFix } from './mappingFix';
import { isMappingProblem } from '../../../core/examine/mappingProblemKinds';
import { isBlocking } from '../../../core/problems/problemKind';

/** The editor command that asks for a level and writes it to the settings. */
const setLevelCommand = 'entraInbound.problem.setLevel';

/** Offers to set the level of a kind of problem, unless the problem makes the mapping unusable. */
export const setLevel: MappingQuickFix = {
  codes: 'every',
  *fixes({ code, severity }) {
    if (!isMappingProblem(code) || isBlocking({ code, severity })) return;
    yield { title: `Set level of ${code}…`, command: { id: setLevelCommand, arguments: [code] } };
  },
};

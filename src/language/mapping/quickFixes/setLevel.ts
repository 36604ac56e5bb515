import type { MappingQuickFix } from './mappingFix';
import { isMappingProblem } from '../../../core/examine/mappingProblemKinds';
import { isBlocking } from '../../../core/problems/problemKind';

/** The command by which the editor asks for a level and writes it into the settings. */
const setLevelCommand = 'entraInbound.problem.setLevel';

/** The level of a kind of problem can be set, unless it makes the mapping unusable. */
export const setLevel: MappingQuickFix = {
  codes: 'every',
  *fixes({ code, severity }) {
    if (!isMappingProblem(code) || isBlocking({ code, severity })) return;
    yield { title: `Set level of ${code}…`, command: { id: setLevelCommand, arguments: [code] } };
  },
};

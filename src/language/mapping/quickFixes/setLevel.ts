import type { MappingQuickFix } from './mappingFix';
import { isMappingProblem } from '../../../core/examine/mappingProblemKinds';
import { isBlocking } from '../../../core/problems/problemKind';

/** The command by which the editor asks for a level and writes it into the settings. */
const setLevelCommand = 'entraInbound.problem.setLevel';

/** How much problems of a kind matter can be set, unless the mapping cannot be used with them. */
export const setLevel: MappingQuickFix = {
  codes: 'every',
  *fixes({ code, severity }) {
    if (!isMappingProblem(code) || isBlocking({ code, severity })) return;
    yield { title: `Set level of ${code}…`, command: { id: setLevelCommand, arguments: [code] } };
  },
};

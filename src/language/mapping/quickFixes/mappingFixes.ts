import type { AllOfKind, FixLanguage } from '../../shared/fixes/fixLanguage';
import { textIn } from '../../shared/fixes/fixData';
import { problemsOf } from '../diagnoseMapping';
import type { MappingDocument } from '../document/mappingDocument';
import { formattedChange } from '../rewrite/formattedChange';
import type { MappingFix, MappingFixRequest } from './mappingFix';
import { mappingQuickFixTable } from './table';

/** The kinds of problems that can all be fixed at once, with titles. */
const ALL: Readonly<Record<string, Omit<AllOfKind, 'problems'>>> = {
  // The only one that keeps the meaning of the text
  'mapping.attribute-case': { title: 'Change all names to the spelling of RFC 7643', keepsMeaning: true },
  'mapping.unknown-column': { title: 'Change all unknown columns to the nearest ones' },
  'mapping.unknown-attribute': { title: 'Change all unknown attributes to the nearest ones' },
};

/** The fixes of these kinds insert rules at the same place, so they are made one at a time. */
const ONE_BY_ONE = new Set(['mapping.missing-rule', 'mapping.core-attribute-in-extension']);

/** Connects the quick fixes of mappings to the engine. */
export function mappingFixes(document: MappingDocument): FixLanguage<MappingFixRequest, MappingFix> {
  return {
    table: mappingQuickFixTable,
    places: document.index,
    requestFor: (problem) => ({ ...problem, document }),
    editsOf: (_, edits, { isStructural }) => (isStructural === true ? formattedChange(document.text, edits) : edits),
    allOf: (code) => {
      const all = ALL[code];
      if (all !== undefined) return { ...all, problems: replaceable(document, code) };
      if (ONE_BY_ONE.has(code)) return undefined;
      const problems = problemsOf(document).filter((problem) => problem.code === code);
      return { title: `Fix all ${problems.length} problems of this kind: ${code}`, problems };
    },
  };
}

/** The problems whose data contains the probable text. */
function replaceable({ loaded }: MappingDocument, wanted: string): AllOfKind['problems'] {
  return loaded.problems.filter(({ code, data = {} }) => code === wanted && textIn(data, 'replacement') !== undefined);
}

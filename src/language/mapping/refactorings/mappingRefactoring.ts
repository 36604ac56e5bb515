import type { Refactoring } from '../../shared/refactorings/refactoring';
import type { MappingDocument } from '../document/mappingDocument';

/** A refactoring of a mapping. To add one, add a file in this folder and a line in `table.ts`. */
export type MappingRefactoring = Refactoring<MappingDocument>;

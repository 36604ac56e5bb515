import type { Problem } from '../problems/problem';
import type { ProblemKind } from '../problems/problemKind';
import type {
  AttributeMapping,
  DirectoryDefinition,
  FilterClause,
  JobSchema,
  ObjectDefinition,
  ObjectMapping,
  SynchronizationRule,
} from './jobSchema';

/** An object mapping with what its names refer to, as far as they refer to anything. */
export interface ResolvedMapping {
  readonly rule: SynchronizationRule;
  readonly mapping: ObjectMapping;
  readonly sourceDirectory: DirectoryDefinition | undefined;
  readonly targetDirectory: DirectoryDefinition | undefined;
  readonly source: ObjectDefinition | undefined;
  readonly target: ObjectDefinition | undefined;
}

export interface CheckedJob {
  readonly schema: JobSchema;
  readonly mappings: readonly ResolvedMapping[];
}

/** One rule about the meaning of a schema: the kinds of problems that it can find, and the function that finds them. */
export interface JobCheck {
  readonly kinds: readonly ProblemKind[];
  readonly find: (job: CheckedJob) => Iterable<Problem>;
}

/** The rule for one attribute mapping at a time. */
export function eachAttribute(
  find: (attribute: AttributeMapping, around: ResolvedMapping) => Iterable<Problem>,
): JobCheck['find'] {
  return function* ({ mappings }) {
    for (const around of mappings)
      for (const attribute of around.mapping.attributeMappings) yield* find(attribute, around);
  };
}

/** The rule for one clause of a scoping filter at a time. */
export function eachClause(
  find: (clause: FilterClause, around: ResolvedMapping) => Iterable<Problem>,
): JobCheck['find'] {
  return function* ({ mappings }) {
    for (const around of mappings)
      for (const clause of around.mapping.groups.flatMap(({ clauses }) => clauses)) yield* find(clause, around);
  };
}

import type { Problem } from '../problems/problem';
import type { CheckedMapping } from './checks/mappingCheck';
import { mappingChecks } from './checks/table';
import type { FoundProblem } from './document/knownStatement';
import type { KnownStatements } from './document/knowStatements';
import { knowStatements } from './document/knowStatements';
import type { Look } from './document/looks';
import { lookOfCheck, lookOfSource, lookOfSyntax } from './document/looks';
import { keyColumns } from './model/columns';
import type { ColumnUse, MappingModel } from './model/model';
import { readSourceSettings } from './model/sourceSettings';
import type { Silence } from './silences';
import { findSilences, Silencer } from './silences';
import type { ParsedMapping } from './syntax/parseMapping';
import { parseMapping } from './syntax/parseMapping';
import type { MappingTree } from './syntax/syntax';

/** The result of reading a mapping file. */
export interface LoadedMapping {
  readonly parsed: ParsedMapping;
  readonly model: MappingModel;
  /** The problems that no comment silences, sorted by place. */
  readonly problems: readonly Problem[];
  /** The codes that the comments silence, in the order of the text. */
  readonly silences: readonly Silence[];
  /** The problems that comments silence. */
  readonly silenced: readonly Problem[];
  /** Finds the comments that silence a problem. */
  readonly silencer: Silencer;
  /** The results for each rule and condition, for the next text to reuse. */
  readonly statements: KnownStatements;
}

/** Knowledge about the use of the mapping, from outside of it. What is unknown is not reported as wrong. */
export interface MappingKnowledge {
  /** The columns of the extract. */
  readonly columns?: readonly string[];
}

/**
 * Parses, resolves and checks the text of a mapping file. Never throws.
 * @param previous an earlier state of the mapping. The result is the same as without it, but only changes take time
 */
export function loadMapping(text: string, knowledge: MappingKnowledge = {}, previous?: LoadedMapping): LoadedMapping {
  const parsed = parseMapping(text, previous?.parsed);
  const statements = parsed === previous?.parsed ? previous.statements : knowStatements(parsed, previous?.statements);
  const source = readSourceSettings(parsed.tree);
  const model: MappingModel = {
    source: source.settings,
    conditions: parsed.tree.statements.flatMap((statement) =>
      statement.kind === 'where' && statement.condition !== undefined ? [statement.condition] : [],
    ),
    rules: [...statements.values()].flatMap(({ resolved }) => resolved ?? []),
  };
  const found = inOrder([
    ...foundBy(lookOfSyntax, parsed.problems),
    ...foundBy(lookOfSource, source.problems),
    ...[...statements.values()].flatMap((known) => known.found),
    ...checkTogether({ parsed, model, columnUses: columnUsesOf(statements, parsed.tree), knowledge }),
  ]);
  const silences = findSilences(text);
  const silencer = new Silencer(text, silences);
  const [silenced, problems] = silencer.sorted(found);
  return { parsed, model, problems, silences, silenced, silencer, statements };
}

/** The problems that need the whole mapping. */
function checkTogether(mapping: CheckedMapping): readonly FoundProblem[] {
  return mappingChecks.flatMap(({ ofMapping }, index) => foundBy(lookOfCheck(index), ofMapping?.(mapping) ?? []));
}

function columnUsesOf(statements: KnownStatements, tree: MappingTree): readonly ColumnUse[] {
  return [...usesOf(statements, 'where'), ...usesOf(statements, 'rule'), ...keyColumns(tree)];
}

function usesOf(statements: KnownStatements, kind: 'rule' | 'where'): readonly ColumnUse[] {
  return [...statements].flatMap(([{ statement }, { columnUses }]) => (statement?.kind === kind ? columnUses : []));
}

function foundBy(look: Look, problems: Iterable<Problem>): readonly FoundProblem[] {
  return Array.from(problems, (problem) => ({ look, problem }));
}

function inOrder(found: readonly FoundProblem[]): readonly Problem[] {
  return [...found]
    .sort((a, b) => a.problem.span.start - b.problem.span.start || a.look - b.look)
    .map(({ problem }) => problem);
}

/** Whether a mapping can be used: warnings do not stop it. */
export function isUsable(loaded: LoadedMapping): boolean {
  return loaded.problems.every((problem) => problem.severity !== 'error');
}

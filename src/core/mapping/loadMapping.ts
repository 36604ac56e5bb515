import type { Problem } from '../problems/problem';
import { checkMapping } from './checks/checkMapping';
import { allColumnUses } from './model/columns';
import type { MappingModel } from './model/model';
import type { ParsedMapping } from './syntax/parseMapping';
import { parseMapping } from './syntax/parseMapping';
import { resolveRules } from './model/resolveRules';
import type { Silence } from './silences';
import { findSilences, Silencer } from './silences';
import { readSourceSettings } from './model/sourceSettings';
import { isBlocking } from './staticProblemKinds';

/** A mapping file, understood as far as it goes. */
export interface LoadedMapping {
  readonly parsed: ParsedMapping;
  readonly model: MappingModel;
  /** What is wrong with it and not silenced by a comment, by place in the text. */
  readonly problems: readonly Problem[];
  /** The codes that its comments silence, in order. */
  readonly silences: readonly Silence[];
  /** The problems that they take away. */
  readonly silenced: readonly Problem[];
}

/** What is known from outside about where the mapping will be used. What is not known is not reported as wrong. */
export interface MappingKnowledge {
  /** The columns of the extract at hand. */
  readonly columns?: readonly string[];
}

/** Parses, resolves and checks the text of a mapping file. Never throws. */
export function loadMapping(text: string, knowledge: MappingKnowledge = {}): LoadedMapping {
  const parsed = parseMapping(text);
  const source = readSourceSettings(parsed.tree);
  const resolution = resolveRules(parsed.tree);
  const conditions = parsed.tree.statements.flatMap((statement) =>
    statement.kind === 'where' && statement.condition !== undefined ? [statement.condition] : [],
  );
  const model: MappingModel = { source: source.settings, conditions, rules: resolution.rules };
  const found = [
    ...parsed.problems,
    ...source.problems,
    ...resolution.problems,
    ...checkMapping({ parsed, model, columnUses: allColumnUses(parsed.tree, model), knowledge }),
  ].sort((a, b) => a.span.start - b.span.start);
  const silences = findSilences(text);
  if (silences.length === 0) return { parsed, model, problems: found, silences, silenced: [] };
  const silencer = new Silencer(text, silences, isBlocking);
  const silenced = new Set(found.filter((problem) => silencer.isSilenced(problem)));
  const problems = found.filter((problem) => !silenced.has(problem));
  return { parsed, model, problems, silences, silenced: [...silenced] };
}

/** Whether a mapping can be used: warnings do not stop it. */
export function isUsable(loaded: LoadedMapping): boolean {
  return loaded.problems.every((problem) => problem.severity !== 'error');
}

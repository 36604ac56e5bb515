import type { Problem } from '../problem';
import { checkMapping } from './checkMapping';
import type { MappingModel } from './model';
import type { ParsedMapping } from './parseMapping';
import { parseMapping } from './parseMapping';
import { resolveRules } from './resolveRules';
import { readSourceSettings } from './sourceSettings';

/** A mapping file, understood as far as it goes. */
export interface LoadedMapping {
  readonly parsed: ParsedMapping;
  readonly model: MappingModel;
  /** All that is wrong with it, by place in the text. */
  readonly problems: readonly Problem[];
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
  const problems = [
    ...parsed.problems,
    ...source.problems,
    ...resolution.problems,
    ...checkMapping({ parsed, model, knowledge }),
  ];
  return { parsed, model, problems: problems.sort((a, b) => a.span.start - b.span.start) };
}

/** Whether a mapping can be used: warnings do not stop it. */
export function isUsable(loaded: LoadedMapping): boolean {
  return loaded.problems.every((problem) => problem.severity !== 'error');
}

import { compileTree } from './compileTree';
import type { RegexMatch } from './matcher';
import { Matcher } from './matcher';
import { parseRegex } from './parseRegex';
import type { Program } from './program';
import type { StepCount } from './regexMeter';
import { RegexMeter } from './regexMeter';
import { slotOfCall } from './regexGroups';
import type { RegexGroups, RegexRefusal } from './regexTree';
import { capturedText, parseReplacement, writeReplacement } from './replacement';
import { MAX_RESULT } from '../../limits/resultLimit';
import { WrittenText } from '../../limits/writtenText';

/**
 * Reads a regular expression of .NET, options none. Never throws: a pattern that .NET refuses, or that would have
 * another meaning here, gives a refusal.
 */
export function compileRegex(pattern: string): { readonly regex: DotnetRegex } | { readonly refusal: RegexRefusal } {
  const parsed = parseRegex(pattern);
  if ('refusal' in parsed) return parsed;
  const program = compileTree(parsed.tree);
  if (program !== undefined) return { regex: new DotnetRegex(program, parsed.tree.groups) };
  const message = 'The nested counted repetitions of this pattern multiply to more than is supported here.';
  return { refusal: { code: 'unsupported', construct: pattern, message, offset: 0 } };
}

/**
 * A regular expression with its meaning in .NET, evaluated synchronously within a limited number of steps. Every method
 * takes a meter: one for all values of a run limits their sum, a new one only the current value. They throw
 * RegexBudgetError when it is exhausted, RegexSizeError when the result is over MAX_RESULT, and nothing else.
 */
export class DotnetRegex {
  readonly #matcher: Matcher;
  readonly #groups: RegexGroups;

  constructor(program: Program, groups: RegexGroups) {
    this.#matcher = new Matcher(program);
    this.#groups = groups;
  }

  /** Whether a group has this name, or this number and no name. */
  hasGroup(name: string): boolean {
    return slotOfCall(this.#groups, name) !== undefined;
  }

  /** Regex.Replace: every match becomes `replacement`, in which `$1`, `${name}` and the like are substituted. */
  replace(text: string, replacement: string, meter = new RegexMeter()): string {
    const parts = parseReplacement(replacement, this.#groups);
    return this.#evaluate(text, meter, (steps) => {
      const written = new WrittenText(MAX_RESULT);
      let copied = 0;
      for (let match = this.#matcher.find(0); match !== undefined; match = this.#findNext(match)) {
        written.add(text.slice(copied, match.start));
        // Written text counts, too
        steps.take(writeReplacement(parts, text, match, written) >> 3);
        copied = match.end;
      }
      written.add(text.slice(copied));
      return written.toString();
    });
  }

  /**
   * Replaces only the group's last capture in each match, by the literal `replacement`. A match in which the group
   * captured nothing stays as it is, and so does every match if the pattern has no such group. A group without a name
   * is called by its number.
   */
  replaceGroup(text: string, groupName: string, replacement: string, meter = new RegexMeter()): string {
    const slot = slotOfCall(this.#groups, groupName);
    if (slot === undefined) return text;
    return this.#evaluate(text, meter, (steps) => {
      const written = new WrittenText(MAX_RESULT);
      let copied = 0;
      for (let match = this.#matcher.find(0); match !== undefined; match = this.#findNext(match)) {
        const start = match.captures[2 * slot] ?? -1;
        // Also skipped: what a lookaround captured before the end of the text that is already replaced.
        if (start < copied) continue;
        steps.take(replacement.length >> 3);
        written.add(text.slice(copied, start));
        written.add(replacement);
        copied = match.captures[2 * slot + 1] ?? start;
      }
      written.add(text.slice(copied));
      return written.toString();
    });
  }

  /** What the group captured in the first match; undefined if there is no match or it captured nothing. */
  firstGroup(text: string, groupName: string, meter = new RegexMeter()): string | undefined {
    const slot = slotOfCall(this.#groups, groupName);
    if (slot === undefined) return undefined;
    return this.#evaluate(text, meter, () => {
      const match = this.#matcher.find(0);
      return match && capturedText(text, match, slot);
    });
  }

  #evaluate<Result>(text: string, meter: RegexMeter, evaluate: (steps: StepCount) => Result): Result {
    return meter.evaluate(text.length, (steps) => {
      this.#matcher.begin(text, steps);
      try {
        return evaluate(steps);
      } finally {
        this.#matcher.end();
      }
    });
  }

  /** After an empty match the search continues one unit further, as in .NET. */
  #findNext({ start, end }: RegexMatch): RegexMatch | undefined {
    return this.#matcher.find(end > start ? end : end + 1, end);
  }
}

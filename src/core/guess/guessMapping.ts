import type { DraftSource } from '../import/mappingDraft';
import { columnExpression } from '../import/mappingDraft';
import { settleDraft } from '../import/settleDraft';
import type { ExtractProfile } from '../profile/extractProfile';
import { formatCount } from '../text/formatCount';
import type { AttributePath } from '../scim/attributePath';
import { assignMeanings } from './assignMeanings';
import type { Meaning } from './attributeNames';
import type { SampledRecord } from './columnFacts';
import { columnFacts, profileRecords } from './columnFacts';
import type { Guess, GuessContext } from './guess';
import { plainGuess } from './guess';
import { partFooter } from './footerRows';
import { guessDates } from './guessDates';
import { guessIds } from './guessIdentity';
import { guessNames } from './guessNames';
import { guessPlaces } from './guessPlaces';
import { guessSignIn } from './guessSignIn';
import { guessStatus } from './guessStatus';

/** What is known about an extract's values: a profile, or the records themselves. */
export type Sample = ExtractProfile | readonly (readonly string[])[];

export interface GuessOptions {
  /** How the mapping finds and reads the extract. */
  readonly source?: DraftSource;
  /** The records of a profile, or the first of them, from which comments name the lines with doubtful values. */
  readonly rows?: readonly SampledRecord[];
  /** Records at the end of the extract that are the footer of a report and not part of the profile. */
  readonly footer?: readonly SampledRecord[];
  /** The domain for sign-in names if the extract has no addresses. */
  readonly defaultDomain?: string;
}

/** A guessed mapping: its text, and the individual guesses. */
export interface GuessedMapping {
  readonly text: string;
  readonly guesses: readonly GuessedRule[];
}

interface GuessedRule {
  readonly path: AttributePath;
  readonly expression: string;
  /** The columns of the guess: those of the expression, and the alternatives. */
  readonly columns: readonly string[];
  /** Whether it is a rule; otherwise it is a comment with the reason. */
  readonly isWritten: boolean;
  readonly reason?: string;
}

/** Meanings for which the best column is the whole guess. */
const PLAIN: readonly Meaning[] = [
  'title',
  'userType',
  'preferredLanguage',
  'timezone',
  'department',
  'division',
  'costCenter',
  'organization',
];

/**
 * Guesses a mapping from the names and values of an extract's columns. A certain guess becomes a rule; an uncertain one
 * becomes a comment with the reason. Headers in many languages and of common HR systems are recognised.
 */
export function guessMapping(columns: readonly string[], sample: Sample, options: GuessOptions = {}): GuessedMapping {
  const { profile, rows, footer } = isProfile(sample)
    ? { profile: sample, rows: options.rows ?? [], footer: options.footer ?? [] }
    : wholeSample(columns, sample, options);
  // A column that the language cannot name is not a candidate
  const facts = columnFacts(columns, profile, rows).filter(({ column }) => columnExpression(column) !== undefined);
  const { defaultDomain } = options;
  const context: GuessContext = {
    columns: facts,
    assignments: assignMeanings(facts),
    ...(defaultDomain === undefined ? {} : { defaultDomain }),
  };
  const guesses = allGuesses(context);
  const used = new Set(guesses.flatMap((guess) => guess.columns));
  const unused = columns.filter((column) => !used.has(column));
  const { text, refused } = settleDraft({
    header: [...header(columns, profile, guesses), ...footerRemark(footer)],
    ...(options.source === undefined ? {} : { source: options.source }),
    rules: guesses.map(({ rule }) => rule),
    remarks:
      unused.length === 0
        ? []
        : [[`Not used: ${unused.map((column) => columnExpression(column) ?? JSON.stringify(column)).join(', ')}`]],
  });
  return {
    text,
    guesses: guesses.map(({ rule, columns: about }) => {
      const isWritten = rule.isOff !== true && !refused.some((each) => each.rule.path === rule.path);
      const reason = rule.comments?.join(' ');
      return {
        path: rule.path,
        expression: rule.expression,
        columns: about,
        isWritten,
        ...(reason === undefined ? {} : { reason }),
      };
    }),
  };
}

/** Records without line numbers are assumed to follow a header, one on each line. */
function wholeSample(columns: readonly string[], sample: readonly (readonly string[])[], options: GuessOptions) {
  const all = options.rows ?? sample.map((cells, index) => ({ cells, line: index + 2 }));
  const { people: rows, footer } = partFooter(all);
  const records = rows.map(({ cells }) => cells);
  return { profile: profileRecords(columns, records, true), rows, footer };
}

function isProfile(sample: Sample): sample is ExtractProfile {
  return 'isComplete' in sample;
}

function allGuesses(context: GuessContext): readonly Guess[] {
  return [
    ...guessIds(context),
    ...guessSignIn(context),
    ...guessNames(context),
    ...guessStatus(context),
    ...PLAIN.flatMap((meaning) => plainGuess(context, meaning) ?? []),
    ...guessPlaces(context),
    ...guessDates(context),
  ];
}

function header(columns: readonly string[], profile: ExtractProfile, guesses: readonly Guess[]): readonly string[] {
  const looked = profile.isComplete ? '' : 'the first ';
  const isMissing = (attribute: string) =>
    !guesses.some(({ rule }) => rule.path.attribute === attribute && rule.path.urn === undefined);
  const missing = ['externalId', 'userName', 'displayName', 'active'].filter(isMissing);
  return [
    `Guessed from ${counted(columns.length, 'column')} and ${looked}${counted(profile.records, 'record')}: read it before it is used.`,
    'What could not be decided is in comments, with the reason.',
    ...(missing.length === 0 ? [] : [`No column was found for ${missing.join(', ')}.`]),
  ];
}

function footerRemark(footer: readonly SampledRecord[]): readonly string[] {
  if (footer.length === 0) return [];
  const lines = footer.map(({ line }) => formatCount(line));
  const [last = '', ...before] = [...lines].reverse();
  return [
    before.length === 0
      ? `Line ${last} looks like the footer of a report, not like a person: remove it from the extract.`
      : `Lines ${before.reverse().join(', ')} and ${last} look like the footer of a report, not like people: remove them from the extract.`,
  ];
}

function counted(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}

// The words that this project does not use in what a person reads (docs/style.md)

/** This file, the only one that is not checked. */
export const LIST = 'scripts/wordList.mjs';

/**
 * Words in comments, texts and Markdown: what is not written, what to write in its place, and why. A use that matches `allowed`, in the
 * words around it, is right.
 *
 * @type {readonly { readonly word: RegExp; readonly write: string; readonly why: string; readonly allowed?: RegExp }[]}
 */
export const WORDS = [
  {
    word: /\bbehind\b/,
    write: 'after',
    why: '"behind" is about space, not about order in a text',
    allowed:
      /behind (a|an|the|its|such a|your|every) (\w+ )?(proxy|gateway|firewall|load balancer|window|dialog)|left behind|'behind'/i,
  },
  {
    word: /\b(stands?|stood)\b/,
    write: 'is',
    why: 'texts and columns do not stand anywhere',
    allowed: /(stands?|stood) (for|alone)\b|stand-in/i,
  },
  { word: /\bfore(see|seen|sight|tell|tells|telling|told|knows?)\b/, write: 'predict', why: 'archaic' },
  {
    word: /\btold\b/,
    write: 'shown, reported or passed',
    why: 'only people are told things',
  },
  { word: /\bwhoever\b/, write: 'anyone who, or name the person', why: 'stiff' },
  { word: /\bwhatever\b/, write: 'any, or say what', why: 'stiff, and vague' },
  { word: /\bof which\b/, write: 'whose, or a sentence of its own', why: 'stiff' },
  { word: /\banew\b/, write: 'again, or a verb with "re-"', why: 'archaic' },
  { word: /\bat hand\b/, write: 'available, or name it', why: 'vague' },
  { word: /\b(is|are|was|were|be) looked at\b/, write: 'is checked, read or shown', why: 'says less than the verb' },
  { word: /\blooked at with\b/, write: 'checked with', why: 'says less than the verb' },
  {
    word: /(?<!\bthere )\b(is|are) no\b/,
    write: 'is not a',
    why: 'English negates the verb',
    allowed: /(is|are) no (longer|more|less|fewer|larger|smaller|later|earlier|better|worse|different)\b/,
  },
  { word: /\bno kind of\b/, write: 'not a', why: 'English negates the verb' },
  { word: /\bknows? no\b/, write: 'does not have, or does not support', why: 'English negates the verb' },
  { word: /\bcannot be had\b/, write: 'is unavailable', why: 'unidiomatic' },
  { word: /\bbecomes? of\b/, write: 'happens to', why: 'archaic' },
  { word: /\btakes? up\b/, write: 'continues, or takes', why: 'vague' },
  { word: /\bhas to go\b/, write: 'remove', why: 'says less than the verb' },
  { word: /\b(is|are) made of\b/, write: 'consists of, or contains', why: 'only things are made of something' },
  { word: /\bin words\b/, write: 'as text, or leave it out', why: 'unidiomatic' },
  { word: /\bin all\b(?=[.,;:)]|$)/, write: 'in total', why: 'unidiomatic' },
  { word: /\bwrong use\b/, write: 'usage error', why: 'the usual term' },
  {
    word: /\btoo (much|many)\b(?= at the end\b|[.]$)/,
    write: 'unexpected, or unmatched',
    why: 'the usual form of a diagnostic',
  },
];

/**
 * Names in code.
 *
 * @type {readonly { readonly word: RegExp; readonly write: string; readonly why: string }[]}
 */
export const NAMES = [
  { word: /^(MOST|DEEPEST|LONGEST|LISTED|KEPT)(_\w+)?$/, write: 'MAX_…', why: 'the usual name of a limit' },
  {
    word: /^(?!STATUS|ANSWER|REGULAR|TRUE|ID|BY|PAGE|RECORD|OWN)[A-Z_]+_WORDS$/,
    write: '…_LABELS',
    why: 'texts for values; "words" are words of a language or of memory',
  },
  { word: /^(fore|Fore)(tell|told|sight|see)\w*$/, write: 'predict…', why: 'one word for one thing' },
  { word: /^retell\w*$/, write: 'reconvert…', why: 'says what it does' },
  { word: /^\w*Teller$/, write: '…Reporter', why: 'the usual name' },
];

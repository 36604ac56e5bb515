import { counted } from '../../text/counted';
import { formatCount } from '../../text/formatCount';
import { visible } from '../../text/visible';
import type { RecordState } from '../recordState';
import { PAGE_STYLE } from './pageStyle';
import type { ReportCount, ReportGroup, ReportSide, ResultReport } from './resultReport';
import { utcTime } from '../../text/time/utcTime';

/** What the page states besides the results. */
export interface PageHead {
  readonly extract: string;
  readonly connection: string;
  readonly isSandbox: boolean;
  readonly run: string;
  /** ISO 8601. */
  readonly madeAt: string;
  /** Whether people are named in full. */
  readonly isNamed: boolean;
}

/** Maximum length of a text from outside. */
const MAX_LENGTH = 600;

/**
 * A report as one HTML page that runs no script, loads nothing, links nowhere and escapes every text.
 * @param sha256 computes the SHA-256 of a text in Base64; the policy allows only the style with this hash
 */
export function resultPage(report: ResultReport, head: PageHead, sha256: (text: string) => string): string {
  const title = `Results of ${shown(head.extract)}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${sha256(PAGE_STYLE)}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
<header>
<h1>${title}</h1>
<p>${placeOf(head)}</p>
${report.open === 0 ? '' : `<p class="open"><strong>Not complete:</strong> ${counted(report.open, 'record')} ${report.open === 1 ? 'is' : 'are'} still to be sent, or to be found in the log.</p>`}
</header>
${chart(report)}
${sideSection('extract', 'To fix in the extract', IN_EXTRACT, report.extract)}
${sideSection('administration', 'For IT', FOR_IT, report.administration)}
${isAllDone(report) ? '<p class="good">Nobody has to do anything.</p>' : ''}
</main>
<footer>
<p>${head.isNamed ? NAMED : MASKED} Run <code>${shown(head.run)}</code>, written by Inbound Provisioning for Microsoft Entra.</p>
</footer>
</body>
</html>
`;
}

const IN_EXTRACT =
  'These values come from the HR system. Correct them there; the next extract sends these people again.';
const FOR_IT = 'These need somebody with access to accounts, the provisioning job or the mapping.';
const MASKED = 'People are named by the line of the extract, their initials and the last digits of their id.';
const NAMED = 'This page names people in full: share it only with people who may see that.';

function placeOf({ connection, isSandbox, madeAt }: PageHead): string {
  const when = utcTime(madeAt);
  const where = isSandbox ? `${shown(connection)}, a sandbox: no real account was touched` : shown(connection);
  return `Planned ${shown(when)}, for ${where}.`;
}

function isAllDone({ extract, administration, open }: ResultReport): boolean {
  return extract.count + administration.count + open === 0;
}

/** The counts as a table with bars that repeat the numbers. */
function chart({ counts, total }: ResultReport): string {
  const most = Math.max(1, ...counts.map(({ count }) => count));
  return `<section aria-labelledby="counts">
<h2 id="counts">Results of ${counted(total, 'record')}</h2>
<table>
<thead><tr><th scope="col">Result</th><th scope="col" class="number">Records</th><th scope="col" class="bar"><span class="unseen">Share</span></th></tr></thead>
<tbody>
${counts.map((row) => countRow(row, most)).join('\n')}
</tbody>
</table>
</section>`;
}

function countRow({ state, words, count }: ReportCount, most: number): string {
  const width = Math.max(1, Math.round((count / most) * 200));
  const bar = `<svg viewBox="0 0 200 12" width="200" height="12" aria-hidden="true" focusable="false"><rect class="${toneOf(state)}" width="${width}" height="12" rx="2"></rect></svg>`;
  return `<tr><th scope="row">${shown(words)}</th><td class="number">${formatCount(count)}</td><td class="bar">${bar}</td></tr>`;
}

function toneOf(state: RecordState): 'good' | 'bad' | 'open' | 'quiet' {
  switch (state) {
    case 'created':
    case 'enabled':
    case 'updated':
    case 'disabled':
    case 'deleted':
      return 'good';
    case 'unchanged':
    case 'other':
    case 'excluded':
      return 'quiet';
    case 'waiting':
    case 'sending':
    case 'planned':
      return 'open';
    default:
      return 'bad';
  }
}

function sideSection(id: string, title: string, lead: string, { groups, count, others }: ReportSide): string {
  if (count === 0) return '';
  const more =
    others === 0 ? '' : `<p>And ${counted(others, 'record')} for other reasons: see the extract with results.</p>`;
  return `<section aria-labelledby="${id}">
<h2 id="${id}">${title}: ${counted(count, 'record')}</h2>
<p>${lead}</p>
${groups.map(groupArticle).join('\n')}
${more}
</section>`;
}

function groupArticle({ words, cause, remedy, count, people }: ReportGroup): string {
  const more = count > people.length ? `<li>and ${formatCount(count - people.length)} more</li>` : '';
  return `<article>
<h3>${formatCount(count)} ${shown(words)}</h3>
<p>${shown(cause)}</p>
${remedy === '' ? '' : `<p class="remedy">${shown(remedy)}</p>`}
<ul>${people.map((person) => `<li>${shown(person)}</li>`).join('')}${more}</ul>
</article>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes a text from outside; invisible characters are shown by their code. */
function shown(text: string): string {
  return visible(text, MAX_LENGTH)
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}

import type { GuardFinding } from './guard';

/** Guards about the people whom a plan disables. A number that both require is typed only once. */
const ABOUT_DISABLING: readonly string[] = ['G2', 'G3'];

/** A text that a person types before a plan is sent, and the guards that ask for it. */
export interface TextToType {
  readonly text: string;
  readonly findings: readonly GuardFinding[];
}

/** The texts to type, in the order of the questions; empty if no guard requires typing. */
export function textsToType(findings: readonly GuardFinding[]): readonly TextToType[] {
  const texts: TextToType[] = [];
  for (const finding of findings) {
    const { typed: text } = finding;
    if (text === undefined) continue;
    const same = texts.findIndex((each) => each.text === text && isSameMatter(each, finding));
    const earlier = texts[same];
    if (earlier === undefined) texts.push({ text, findings: [finding] });
    else texts[same] = { text, findings: [...earlier.findings, finding] };
  }
  return texts;
}

function isSameMatter({ findings }: TextToType, { id }: GuardFinding): boolean {
  return ABOUT_DISABLING.includes(id) && findings.some((finding) => ABOUT_DISABLING.includes(finding.id));
}

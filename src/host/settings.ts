import type { Event, WorkspaceConfiguration } from 'vscode';
import { Disposable, EventEmitter, workspace } from 'vscode';
import type { SizeLimits } from '../core/csv/extractEvent';
import { defaultSizeLimits } from '../core/csv/extractEvent';
import type { GuardLimits } from '../core/guards/guardLimits';
import type { ChosenLimits } from '../core/guards/limitTable';
import { chosenLimits, guardLimits, LIMIT_NAMES } from '../core/guards/limitTable';
import { strictest } from '../core/guards/strictest';
import type { ProblemLevel, ProblemLevels } from '../core/problems/problemLevels';
import { PROBLEM_LEVELS, raisedLevels, underCurrentCodes } from '../core/problems/problemLevels';
import { domainName } from '../core/text/domainName';
import { guardSettingIds, settingIds } from './contributions';

/** When the value of each rule for the current record is shown in the editor. */
type RecordValuesSetting = 'on' | 'onDemand' | 'off';

/** All settings, with their defaults. */
export interface Settings {
  readonly recordValues: RecordValuesSetting;
  /** Whether the cursor in an extract and the record in its preview follow each other. */
  readonly followsCursor: boolean;
  /** Whether the status bar names the column at the cursor in an extract. */
  readonly showsColumn: boolean;
  /** By the code of the problem: the user's level, raised by the workspace's. */
  readonly problemLevels: ProblemLevels;
  readonly problemLevelsBySource: LevelsBySource;
  /** Number of records of an extract to check while a mapping is edited. */
  readonly examinedRecords: number;
  /** The maximum size of an extract. */
  readonly limits: SizeLimits;
  /** Milliseconds without a call after which a sandbox tenant stops by itself. */
  readonly sandboxIdleStop: number;
  /** The domain of sign-in names, if an extract does not show one, and in the sandbox tenant. */
  readonly defaultDomain?: string;
  /** The limits of guards: the user's, and the workspace's where they are stricter. */
  readonly guardLimits: GuardLimits;
}

type ChosenLevels = Readonly<Record<string, ProblemLevel>>;

interface LevelsBySource {
  /** In the user's settings. */
  readonly own: ChosenLevels;
  /** In the workspace's settings, if it is trusted. */
  readonly demanded: ChosenLevels;
}

const RECORD_VALUES: readonly unknown[] = ['on', 'onDemand', 'off'] satisfies readonly RecordValuesSetting[];

/** The only place that reads settings. An invalid value counts as the default. */
export class SettingsStore implements Disposable {
  readonly #changed = new EventEmitter<Settings>();
  readonly #listener: Disposable;
  #current = read();

  constructor() {
    const renew = () => {
      this.#current = read();
      this.#changed.fire(this.#current);
    };
    this.#listener = Disposable.from(
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('entraInbound')) renew();
      }),
      workspace.onDidGrantWorkspaceTrust(renew),
    );
  }

  get current(): Settings {
    return this.#current;
  }

  get onDidChange(): Event<Settings> {
    return this.#changed.event;
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }
}

function read(): Settings {
  const configuration = workspace.getConfiguration();
  const values = configuration.get<unknown>(settingIds.recordValues);
  const levels = problemLevelsOf(configuration);
  const records = configuration.get<unknown>(settingIds.examinedRecords);
  const domain = configuration.get<unknown>(settingIds.defaultDomain);
  const defaultDomain = typeof domain === 'string' ? domainName(domain) : undefined;
  return {
    recordValues: RECORD_VALUES.includes(values) ? (values as RecordValuesSetting) : 'on',
    followsCursor: configuration.get<unknown>(settingIds.followsCursor) !== false,
    showsColumn: configuration.get<unknown>(settingIds.showsColumn) !== false,
    problemLevels: raisedLevels(levels.own, levels.demanded),
    problemLevelsBySource: levels,
    examinedRecords: countOf(records) ?? 1_000_000,
    limits: {
      records: countOf(configuration.get<unknown>(settingIds.maxRecords)) ?? defaultSizeLimits.records,
      bytes: countOf(configuration.get<unknown>(settingIds.maxBytes)) ?? defaultSizeLimits.bytes,
    },
    sandboxIdleStop: idleStopOf(configuration.get<unknown>(settingIds.sandboxIdleStop)),
    ...(defaultDomain === undefined ? {} : { defaultDomain }),
    guardLimits: guardLimits(guardLimitsOf(configuration)),
  };
}

/**
 * The user's levels of problems, and the workspace's. They are read separately, because the editor merges the two into one object in which
 * the workspace's member wins: the author of the files could mute their problems.
 */
function problemLevelsOf(configuration: WorkspaceConfiguration): LevelsBySource {
  const inspected = configuration.inspect<unknown>(settingIds.problemLevels);
  const demanded = workspace.isTrusted ? inspected?.workspaceValue : undefined;
  return { own: levelsOf(inspected?.globalValue), demanded: levelsOf(demanded) };
}

/** The levels in the setting by code, in any spelling, without invalid levels. */
function levelsOf(value: unknown): ChosenLevels {
  const entries = Object.entries(typeof value === 'object' && value !== null ? value : {});
  const known: readonly unknown[] = PROBLEM_LEVELS;
  return underCurrentCodes(
    Object.fromEntries(entries.filter((entry): entry is [string, ProblemLevel] => known.includes(entry[1]))),
  );
}

/** Read separately, like levels: the editor lets the workspace's value win, so the author of the extract could lift every limit. */
function guardLimitsOf(configuration: WorkspaceConfiguration): ChosenLimits {
  const inspected = new Map(LIMIT_NAMES.map((name) => [name, configuration.inspect<unknown>(guardSettingIds[name])]));
  const own = chosenLimits((name) => inspected.get(name)?.globalValue);
  const demanded = chosenLimits((name) => (workspace.isTrusted ? inspected.get(name)?.workspaceValue : undefined));
  return strictest(own, demanded);
}

/** For a number of minutes; 0 means never. */
function idleStopOf(minutes: unknown): number {
  if (typeof minutes !== 'number' || !(minutes >= 0)) return 240 * 60_000;
  return minutes === 0 ? Infinity : minutes * 60_000;
}

function countOf(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 1 ? Math.floor(value) : undefined;
}

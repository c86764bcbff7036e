import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { JunkLine } from '../check/index.ts';
import { decodeAs, misreadNotices } from '../decode/index.ts';
import { parseDraft, readDraft, sniffDraftKind } from '../drafts/index.ts';
import { draftKindOf, readDraftBytes } from '../input/index.ts';
import { explainError, type Lang, toFinding } from '../messages/index.ts';
import {
  type Draft,
  type DraftChange,
  type DraftFinding,
  type DraftKind,
  type Level,
  type Notice,
  SachError,
} from '../model/index.ts';
import type { CorrectionLevel } from '../options.ts';
import { levelIn, toFindings, wholeDraftFinding } from '../proofread/findings.ts';
import { checkDraft, correctDraft, isSwitchedOff, sketchOfDraft, usedPaths } from '../proofread/index.ts';
import type { Style } from '../text/index.ts';
import type { OnlineOptions } from './ask-links.ts';
import type { RuleLevel } from './config-schema.ts';
import { readDocx } from './read-docx.ts';
import { addressesOf, findUnreachable, type Unreachable } from './unreachable.ts';

/** What is the same for all drafts of a run. Plain data, as it crosses threads. */
export interface DraftSettings {
  readonly task: 'fix' | 'check';
  readonly level: CorrectionLevel;
  readonly lang: Lang;
  readonly today: string;
  readonly words: readonly string[];
  readonly textKeys?: readonly string[];
  readonly keys: { readonly title?: string; readonly date?: string };
  readonly style: Style;
  /** Read drafts in this encoding; without it they must be UTF-8. */
  readonly encoding?: string;
  readonly junk: readonly JunkLine[];
  /** Ask servers whether links answer. */
  readonly online?: OnlineOptions;
}

export interface DraftJob {
  readonly source: string;
  /** The file, or the bytes of what is none. */
  readonly file?: string;
  readonly bytes?: Uint8Array;
  /** Levels that the configuration sets for this file, by rule or family. */
  readonly levels: Readonly<Record<string, RuleLevel>>;
  /** `check --fix`: make the corrections that are certain, and check what they leave. */
  readonly applyFix?: boolean;
  /** What servers answered; absent before they are asked. */
  readonly unreachable?: Unreachable;
}

/** What comes back of a draft. */
export interface DraftOutcome {
  readonly source: string;
  readonly failure?: { readonly code: string; readonly params: SachError['params'] };
  /** The stack of a bug of ours. */
  readonly bug?: string;
  readonly kind?: DraftKind;
  readonly before?: string;
  readonly after?: string;
  readonly changes: readonly DraftChange[];
  /** `fix`: the level of each change, as `check` tells it: a finding where it is shown and not made. */
  readonly changeLevels?: readonly Level[];
  readonly suggestions: readonly DraftChange[];
  readonly findings: readonly DraftFinding[];
  /** For finding near duplicates. */
  readonly sketch?: readonly number[];
  /** Its text switches `page/near-duplicate` off. */
  readonly mayRepeat?: true;
  /** Files beside the draft that were looked for, and whether they were there. */
  readonly beside?: Readonly<Record<string, boolean>>;
  /** Of the bytes read, hexadecimal. */
  readonly sha256?: string;
  /** Addresses to ask first, outside: the draft is checked when the job comes back with the answers. */
  readonly addresses?: readonly string[];
  /** From an earlier run. */
  readonly isRecalled?: true;
}

const nothing = { changes: [], suggestions: [], findings: [] } as const;

/** Read one draft and do the run's task on it. An error of this draft is its outcome. */
export async function runDraft(job: DraftJob, settings: DraftSettings): Promise<DraftOutcome> {
  try {
    const { draft, sha256, notices } = await readJob(job, settings);
    const addresses = settings.online && !job.unreachable ? addressesOf(draft) : [];
    if (addresses.length > 0) return { ...nothing, source: draft.source, addresses };
    const outcome = settings.task === 'fix' ? fix(draft, job, settings) : check(draft, job, settings);
    return { ...outcome, findings: [...toldOfWhole(draft, notices, job, settings), ...outcome.findings], sha256 };
  } catch (error) {
    return failedDraft(job.source, error, settings);
  }
}

export function failedDraft(source: string, error: unknown, { lang }: Pick<DraftSettings, 'lang'>): DraftOutcome {
  const known = error instanceof SachError ? error : new SachError('page-crash', { source, reason: String(error) });
  const { message } = explainError(known, lang);
  const bug = error instanceof SachError ? undefined : error instanceof Error ? error.stack : String(error);
  return {
    source,
    failure: { code: known.code, params: known.params },
    ...(bug !== undefined && { bug }),
    ...nothing,
    findings: [wholeDraftFinding(source, { rule: 'page/unreadable', level: 'error', message })],
  };
}

/** What was noticed while reading a draft, by the levels that are set for it. */
function toldOfWhole(
  { source }: Draft,
  notices: readonly Notice[],
  { levels }: DraftJob,
  { lang }: DraftSettings,
): DraftFinding[] {
  return notices.flatMap((notice) => {
    const level = levelIn(levels)(notice.rule, notice.level);
    return level === 'off' ? [] : [wholeDraftFinding(source, toFinding({ ...notice, level }, lang))];
  });
}

interface ReadDraft {
  readonly draft: Draft;
  readonly sha256: string;
  readonly notices: readonly Notice[];
}

async function readJob({ source, file, bytes }: DraftJob, settings: DraftSettings): Promise<ReadDraft> {
  const read = bytes ?? readDraftBytes(file ?? source, source);
  const sha256 = createHash('sha256').update(read).digest('hex');
  const { encoding } = settings;
  const kind = source === '-' ? sniffDraftKind(decodeAs(read, encoding ?? 'utf-8')) : draftKindOf(file ?? source);
  const options = settings.textKeys ? { textKeys: settings.textKeys } : {};
  if (kind === 'docx') {
    const { text, notices } = await readDocx(source, Buffer.from(read));
    // A check changes nothing: what would not be in the Markdown is no fault of the draft.
    return {
      draft: parseDraft(source, text, 'markdown', options),
      sha256,
      notices: settings.task === 'fix' ? notices : [],
    };
  }
  if (encoding === undefined) return { draft: readDraft(source, read, kind, options), sha256, notices: [] };
  const text = decodeAs(read, encoding);
  return { draft: parseDraft(source, text, kind, options), sha256, notices: misreadNotices(read, encoding) };
}

function fix(draft: Draft, { levels }: DraftJob, settings: DraftSettings): DraftOutcome {
  const options = { ...settings, levelOf: levelIn(levels) };
  const { text, changes, suggestions } = correctDraft(draft, options);
  const hits = suggestions.map((change) => ({ ...change, level: 'info' as const, changes: [change] }));
  return {
    source: draft.source,
    kind: draft.kind,
    before: draft.text,
    after: text,
    changes,
    // What is off corrects nothing, so it is none of them.
    changeLevels: changes.map(({ rule, level }) => options.levelOf(rule, level)).filter((level) => level !== 'off'),
    suggestions,
    findings: toFindings(draft, hits, options),
  };
}

function check(draft: Draft, job: DraftJob, settings: DraftSettings): DraftOutcome {
  const { file, levels, unreachable = {} } = job;
  const folder = file === undefined ? undefined : dirname(resolve(file));
  const fileExists = folder === undefined ? undefined : (path: string) => existsSync(resolve(folder, path));
  const options = { ...settings, ...(fileExists && { fileExists }), levelOf: levelIn(levels) };
  const findings = checkDraft(draft, options, findUnreachable(draft, unreachable));
  if (job.applyFix && findings.some(({ isCertain }) => isCertain)) {
    // The same corrections as those of `fix`; what is left is told with its place in what is written.
    const { text, changes } = correctDraft(draft, options);
    const fixed = parseDraft(draft.source, text, draft.kind, options);
    if (text !== draft.text)
      return { ...check(fixed, { ...job, applyFix: false }, settings), before: draft.text, after: text, changes };
  }
  const beside = fileExists && Object.fromEntries(usedPaths(draft).map((path) => [path, fileExists(path)]));
  const sketch = sketchOfDraft(draft);
  return {
    ...nothing,
    ...(isSwitchedOff(draft, 'page/near-duplicate') && { mayRepeat: true as const }),
    source: draft.source,
    kind: draft.kind,
    findings,
    ...(sketch && { sketch }),
    ...(beside && { beside }),
  };
}

import { existsSync, readFileSync } from 'node:fs';
import { readError } from '../input/index.ts';
import { type DraftFinding, SachError } from '../model/index.ts';
import { writeAtomically } from './atomic-file.ts';

/** Findings that are known already: told, but marked, and not counted. */
export interface Baseline {
  mark(findings: readonly DraftFinding[]): readonly DraftFinding[];
  close(): Promise<void>;
}

/** Open a baseline. A file that is not there yet is made from what is found now. */
export function openBaseline(path: string | undefined): Baseline {
  if (path === undefined) return { mark: (findings) => findings, close: async () => {} };
  if (existsSync(path)) {
    const known = readFingerprints(path);
    return {
      mark: (findings) => findings.map((one) => (known.has(one.fingerprint) ? { ...one, isKnown: true } : one)),
      close: async () => {},
    };
  }
  const recorded: Record<string, string> = {};
  return {
    mark: (findings) =>
      findings.map((one) => {
        recorded[one.fingerprint] = one.rule;
        return { ...one, isKnown: true };
      }),
    // Sorted by fingerprint: two branches that add findings rarely touch the same line.
    close: () =>
      writeAtomically(
        path,
        `${JSON.stringify({ version: 1, findings: Object.fromEntries(Object.entries(recorded).sort()) }, undefined, 2)}\n`,
      ),
  };
}

function readFingerprints(path: string): ReadonlySet<string> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw readError(path, cause);
  }
  try {
    const { version, findings } = JSON.parse(text) as { version?: unknown; findings?: Record<string, string> };
    if (version === 1 && findings) return new Set(Object.keys(findings));
  } catch (cause) {
    throw new SachError('bad-baseline', { source: path }, { cause });
  }
  throw new SachError('bad-baseline', { source: path });
}

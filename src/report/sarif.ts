import type { DraftFinding, Level } from '../model/index.ts';
import type { ReportedRun, Reporter } from './check-report.ts';

/** GitHub refuses a run with more results. */
const maxResultsPerRun = 25_000;

const levels: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', info: 'note' };

/**
 * SARIF 2.1.0: fingerprints that stay when lines move, fixes, and baseline findings as suppressions. One result a line; the
 * rules of a run stand behind its results, when it is known which they are.
 */
export function toSarif({ version, rules, helpOf }: ReportedRun): Reporter {
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  let used = new Map<string, number>();
  let results = 0;
  let isOpen = false;

  const driver = () => ({
    name: 'sach',
    version,
    rules: [...used.keys()].map((id) => {
      const rule = known.get(id);
      const description = { text: rule?.why ?? id };
      return {
        id,
        shortDescription: description,
        fullDescription: description,
        // No helpUri: it is to be an address, and the pages of the rules come with the package.
        help: { text: helpOf(id) },
        ...(rule && { defaultConfiguration: { level: levels[rule.level] } }),
      };
    }),
  });
  const open = (): string => {
    if (isOpen) return ',\n  ';
    isOpen = true;
    return '{\n "$schema": "https://json.schemastore.org/sarif-2.1.0.json",\n "version": "2.1.0",\n "runs": [\n  ';
  };
  const openRun = (): string => {
    used = new Map();
    results = 0;
    return `${open()}{"columnKind": "utf16CodeUnits", "results": [`;
  };
  const closeRun = (): string => `\n   ],\n   "tool": ${JSON.stringify({ driver: driver() })}}`;

  const add = (place: ArtifactLocation, finding: DraftFinding): string => {
    const between = !isOpen ? openRun() : results === maxResultsPerRun ? closeRun() + openRun() : ',';
    if (!used.has(finding.rule)) used.set(finding.rule, used.size);
    results += 1;
    return `${between}\n    ${JSON.stringify(toResult(place, finding, used.get(finding.rule) ?? 0))}`;
  };
  return {
    add: ({ source, url, findings }) => findings.map((finding) => add(locationOf(source, url), finding)).join(''),
    end: () => `${isOpen ? '' : openRun()}${closeRun()}\n ]\n}\n`,
  };
}

interface ArtifactLocation {
  readonly uri: string;
  readonly uriBaseId?: string;
}

/** A path is relative to what viewers take for the root of the sources; an address is whole. */
const locationOf = (path: string, url: string | undefined): ArtifactLocation =>
  url === undefined ? { uri: uriOf(path), uriBaseId: '%SRCROOT%' } : { uri: url };

/** A path as a relative reference: what a URI reads as query, fragment or scheme is part of a name here. */
const uriOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

function toResult(artifactLocation: ArtifactLocation, finding: DraftFinding, ruleIndex: number): unknown {
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: levels[finding.level],
    message: { text: finding.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation,
          region: {
            startLine: finding.line,
            startColumn: finding.column,
            endLine: finding.endLine,
            endColumn: finding.endColumn,
            snippet: { text: finding.excerpt },
          },
        },
      },
    ],
    partialFingerprints: { 'sach/v1': finding.fingerprint },
    ...(finding.fix &&
      finding.fix.edits.length > 0 && {
        fixes: [
          {
            // Not the change itself: of a space or a sign without a shape nobody would see anything.
            description: { text: finding.message },
            artifactChanges: [
              {
                artifactLocation,
                replacements: finding.fix.edits.map(({ start, end, after }) => ({
                  deletedRegion: { charOffset: start, charLength: end - start },
                  insertedContent: { text: after },
                })),
              },
            ],
          },
        ],
      }),
    ...(finding.isKnown && { suppressions: [{ kind: 'external', justification: 'baseline' }] }),
  };
}

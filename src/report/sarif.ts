import type { DraftFinding, Level } from '../model/index.ts';
import type { CheckReport } from './check-report.ts';

/** GitHub refuses a run with more results. */
const maxResultsPerRun = 25_000;

const levels: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0: fingerprints that stay when lines move, fixes, and baseline findings as suppressions. */
export function toSarif({ drafts, version, rules }: CheckReport): string {
  const all = drafts.flatMap(({ source, findings }) => findings.map((finding) => ({ source, finding })));
  const runs: unknown[] = [];
  for (let i = 0; i === 0 || i < all.length; i += maxResultsPerRun)
    runs.push(toRun(all.slice(i, i + maxResultsPerRun), version, rules));
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs }, undefined, 1)}\n`;
}

type Found = { readonly source: string; readonly finding: DraftFinding };

function toRun(found: readonly Found[], version: string, rules: CheckReport['rules']): unknown {
  const used = [...new Set(found.map(({ finding }) => finding.rule))].sort();
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  return {
    tool: {
      driver: {
        name: 'sach',
        version,
        rules: used.map((id) => {
          const rule = known.get(id);
          return {
            id,
            shortDescription: { text: rule?.why ?? id },
            ...(rule && { defaultConfiguration: { level: levels[rule.level] } }),
          };
        }),
      },
    },
    columnKind: 'utf16CodeUnits',
    results: found.map((one) => toResult(one, used)),
  };
}

function toResult({ source, finding }: Found, rules: readonly string[]): unknown {
  const artifactLocation = { uri: encodeURI(source) };
  return {
    ruleId: finding.rule,
    ruleIndex: rules.indexOf(finding.rule),
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
    ...(finding.fix && {
      fixes: [
        {
          description: { text: `${finding.fix.before} → ${finding.fix.after}` },
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

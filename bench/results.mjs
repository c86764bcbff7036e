import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

const file = new URL('RESULTS.md', import.meta.url);

/**
 * Write one section of RESULTS.md, leaving the others as they are. Each stands between comments that name it, with
 * the day, the command and the machine, because a figure without them says nothing.
 */
export function writeSection(id, title, command, body) {
  const day = new Date().toISOString().slice(0, 10);
  const machine = `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`;
  const section = `<!-- section ${id} -->\n## ${title}\n\n${day} · \`${command}\` · ${machine}\n\n${body.trim()}\n<!-- end ${id} -->`;
  const old = existsSync(file) ? readFileSync(file, 'utf8') : '# Measured\n';
  const start = old.indexOf(`<!-- section ${id} -->`);
  const endMark = `<!-- end ${id} -->`;
  const end = old.indexOf(endMark);
  const text =
    start >= 0 && end > start
      ? old.slice(0, start) + section + old.slice(end + endMark.length)
      : `${old.trimEnd()}\n\n${section}\n`;
  writeFileSync(file, text);
  process.stdout.write(`${section}\n\n`);
}

/** Rows as a Markdown table, the first one its header. */
export const table = ([head, ...rows]) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** Milliseconds computed by this process: on a busy machine the clock measures the neighbours. */
export function cpuTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

import { type ChildProcess, spawn } from 'node:child_process';
import { type Dirent, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { languageOf } from '../../src/cli/language.ts';
import { run } from '../../src/cli/program.ts';

const bin = resolve('bin/sach.js');

/** What a run of the command line left: exit code, and what it printed. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly env?: NodeJS.ProcessEnv;
  /** Do something to the process while it runs. */
  readonly during?: (child: ChildProcess) => void;
}

/** A folder of its own to run the command line in. */
export interface Box extends Disposable {
  readonly path: string;
  put(path: string, content: string | Uint8Array): void;
  read(path: string): string;
  /** Files below a folder, hidden ones too, sorted. */
  files(path: string): string[];
  /** Run the command line in a process of its own, as users do. */
  sach(args: readonly string[], options?: RunOptions): Promise<Run>;
  /** Run it in this process, much faster: for what a process of its own adds nothing to. */
  here(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Run>;
}

export function openBox(): Box {
  const root = mkdtempSync(join(tmpdir(), 'sach-'));
  return {
    path: root,
    put(path, content) {
      mkdirSync(resolve(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), content);
    },
    read: (path) => readFileSync(join(root, path), 'utf8'),
    files(path) {
      const entries: Dirent[] = readdirSync(join(root, path), { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => !entry.isDirectory())
        .map((entry) => join(entry.parentPath, entry.name).slice(join(root, path).length + 1))
        .sort();
    },
    sach: (args, { input = '', env = {}, during } = {}) =>
      new Promise((done, fail) => {
        const child = spawn(process.execPath, [bin, ...args], {
          cwd: root,
          env: { ...process.env, LC_ALL: 'C.UTF-8', NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
        });
        let [stdout, stderr] = ['', ''];
        child.stdout.setEncoding('utf8').on('data', (text: string) => {
          stdout += text;
        });
        child.stderr.setEncoding('utf8').on('data', (text: string) => {
          stderr += text;
        });
        // A process that does not read its input may be gone before it is written.
        child.stdin.on('error', () => {}).end(input);
        child.on('error', fail).on('close', (status) => done({ status, stdout, stderr }));
        during?.(child);
      }),
    here: (args, env = {}) => inTurn(() => runHere(root, args, { LC_ALL: 'C.UTF-8', NO_COLOR: '1', ...env })),
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** One run after the other: they share the process's working folder and streams. */
let lastRun: Promise<unknown> = Promise.resolve();

function inTurn(next: () => Promise<Run>): Promise<Run> {
  const turn = lastRun.then(next, next);
  lastRun = turn;
  return turn;
}

async function runHere(folder: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Run> {
  const home = process.cwd();
  const kept = { env: { ...process.env }, out: process.stdout.write, err: process.stderr.write };
  const printed = { stdout: '', stderr: '' };
  const capture = (name: keyof typeof printed) =>
    ((text: string, done?: () => void) => {
      printed[name] += text;
      done?.();
      return true;
    }) as typeof process.stdout.write;
  process.chdir(folder);
  Object.assign(process.env, env);
  process.stdout.write = capture('stdout');
  process.stderr.write = capture('stderr');
  try {
    const status = await run(args, languageOf(args, process.env));
    return { status, ...printed };
  } finally {
    process.stdout.write = kept.out;
    process.stderr.write = kept.err;
    process.env = kept.env;
    process.chdir(home);
  }
}

const sentences = [
  'Sáng nay, Ủy ban nhân dân xã tổ chức lễ khánh thành cây cầu mới bắc qua sông, nối hai thôn sau nhiều năm chờ đợi.',
  'Cầu dài sáu mươi mét, rộng năm mét, được xây bằng vốn ngân sách huyện và tiền đóng góp của bà con trong vùng.',
  'Từ nay học sinh không còn phải đi đò đến trường, còn nông sản được chở thẳng ra chợ huyện mỗi sáng.',
  'Phát biểu tại buổi lễ, lãnh đạo xã cảm ơn các đơn vị thi công đã hoàn thành công trình trước mùa mưa.',
];

/** A page that is an article, in our own words. */
export function articlePage(title: string): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${title}</title></head><body>
<h1>${title}</h1><div class="content">${sentences.map((sentence) => `<p>${sentence} ${sentence}</p>`).join('\n')}</div>
</body></html>`;
}

export const firstSentence = sentences[0] ?? '';

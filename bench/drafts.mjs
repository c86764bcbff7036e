// `sach check` over a folder of drafts: time with one and two threads, peak memory, and a second run over unchanged files.
// Usage: node bench/drafts.mjs [drafts, default 10000]
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { table, writeSection } from './results.mjs';

const count = Number(process.argv[2] ?? 10_000);
const bytesEach = 4096;

const names = 'Hà Văn Tính,Lò Thị Páo,Tạ Văn Quế,Bùi Thị Nhàn,Vi Văn Sáng,Lê Thị Mận,Phan Đình Lực,Đỗ Thị Hoài'.split(
  ',',
);
const places =
  'thôn Suối Mây,bản Nà Hỳ,xã Đồng Rằm,phố Chợ Cũ,ấp Bàu Sen,làng Xuân Áng,xóm Bến Đá,tổ dân phố số 4'.split(',');
/** Sentences of the kind that local news is made of; `{…}` is filled in anew each time. */
const sentences = [
  'Sáng ngày {d}/{m}, {p} tổ chức họp dân bàn việc mở rộng con đường liên thôn dài {n} mét.',
  'Ông {o}, trưởng thôn, cho biết cả {p} có {n} hộ đã đồng ý hiến đất.',
  'Bà {o} nói: “Đường rộng thì xe chở ngô mới vào được tận nương”.',
  'Theo kế hoạch, công trình sẽ hoàn thành trước tết với kinh phí {n} triệu đồng.',
  'Trạm y tế đã khám bệnh và phát thuốc miễn phí cho {n} người cao tuổi của {p}.',
  'Nhà trường đón {n} học sinh lớp Một và tặng mỗi em một bộ sách.',
  'Cơn lũ đêm {d}/{m} đã cuốn trôi cây cầu tre duy nhất nối {p} với chợ huyện.',
  'Chị {o} mở cửa hàng trên mạng nhưng vẫn về giúp mẹ sửa quần áo cho khách quen.',
  'Hợp tác xã thu mua {n} tấn lúa, cao hơn năm trước {d} phần trăm.',
  'Thanh niên {p} trồng thêm {n} cây xanh dọc bờ kênh trong tháng {m}.',
];
const slips = [
  ['được', 'đựơc'],
  ['người', 'ngừơi'],
  ['hoàn thành', 'hòan thành'],
  [', ', ' , '],
];

/** A draft of about 4 KB with two slips; a twentieth have a line that a server left. */
function draft(n) {
  let state = n + 1;
  const pick = (list) => {
    state = (state * 48271) % 2147483647;
    return list[state % list.length];
  };
  const number = (most) => String(1 + (pick([...Array(most).keys()]) ?? 0));
  const sentence = () =>
    pick(sentences).replace(/\{(\w)\}/g, (_, key) =>
      key === 'o' ? pick(names) : key === 'p' ? pick(places) : number({ d: 28, m: 12, n: 900 }[key]),
    );
  let body = '';
  while (Buffer.byteLength(body) < bytesEach - 200)
    body += `${Array.from({ length: 4 }, sentence).join(' ')}\n\n${n % 3 === 0 ? '## Mục tiếp\n\n' : ''}`;
  for (const [right, wrong] of [pick(slips), pick(slips)]) body = body.replace(right, wrong);
  const left = n % 20 === 0 ? 'Specified argument was out of the range of valid values.\n' : '';
  return `---\ntitle: Tin số ${n} từ ${pick(places)}\ndate: 2024-0${1 + (n % 9)}-1${n % 10}\n---\n\n${body}${left}`;
}

const root = mkdtempSync(join(tmpdir(), 'sach-bench-'));
const folder = join(root, 'drafts');
for (let n = 0; n < count; n++) {
  const part = join(folder, String(n % 100).padStart(2, '0'));
  mkdirSync(part, { recursive: true });
  writeFileSync(join(part, `${String(n).padStart(5, '0')}.md`), draft(n));
}

/** Run a check in a process of its own: seconds, and the most memory it held, threads included. */
function check(...args) {
  return new Promise((done) => {
    const started = performance.now();
    const child = spawn(process.execPath, [resolve('bin/sach.js'), 'check', 'drafts', '--fail-on', 'never', ...args], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, XDG_CACHE_HOME: join(root, '.cache') },
    });
    let megabytes = 0;
    let told = '';
    child.stderr.on('data', (text) => {
      told += text;
    });
    const clock = setInterval(() => {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
        megabytes = Math.max(megabytes, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
      } catch {
        // The process has ended, or the system has no /proc.
      }
    }, 50);
    child.on('close', (code) => {
      clearInterval(clock);
      if (code !== 0) throw new Error(`exit code ${code}: ${told}`);
      done({ seconds: (performance.now() - started) / 1000, megabytes, told: told.trim() });
    });
  });
}

const runs = {
  '-j 1 --no-cache': await check('-j', '1', '--no-cache'),
  '-j 2 --no-cache': await check('-j', '2', '--no-cache'),
  '-j 2 -f pretty -f sarif -o …, filling the cache': await check(
    ...['-j', '2', '-f', 'pretty', '-f', 'sarif', '-o', 'out.sarif'],
  ),
  '-j 2, from the cache': await check('-j', '2'),
};
rmSync(root, { recursive: true });
const seconds = (name) => runs[name].seconds;
writeSection(
  'drafts',
  'Checking a folder of drafts',
  'npm run bench -- drafts',
  `${count.toLocaleString('en')} drafts, ${((count * bytesEach) / 1e6).toFixed(0)} MB, two slips in each; wall-clock seconds, peak resident memory of the process, threads included.

${table([
  ['sach check', 's', 'drafts a second', 'MB'],
  ...Object.entries(runs).map(([name, run]) => [
    `\`${name}\``,
    run.seconds.toFixed(1),
    (count / run.seconds).toFixed(0),
    run.megabytes.toFixed(0),
  ]),
])}

-j 1 : -j 2 is ${(seconds('-j 1 --no-cache') / seconds('-j 2 --no-cache')).toFixed(2)} : 1; a second run over unchanged files is ${(
    seconds('-j 2 --no-cache') / seconds('-j 2, from the cache')
  ).toFixed(1)} times as fast. It told: ${runs['-j 2, from the cache'].told}`,
);

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Redirect } from '../../src/crawl/archive/redirect.ts';
import { redirectFiles } from '../../src/crawl/archive/redirects.ts';
import { canonicalUrl } from '../../src/crawl/url.ts';
import { freePort } from './free-port.ts';

/** Addresses as strangers write them; each leads to a file of its own. */
const addresses = [
  '/tin/cau-moi.html',
  '/Default.aspx?tabid=4&ItemID=5',
  '/Default.aspx?tabid=4&ItemID=6',
  '/Default.aspx',
  '/tin tức/bài viết số 1.html',
  '/b%c3%a0i.html',
  '/t%F8-TCVN3.htm',
  '/Tin/%C4%91%C3%AA.html',
  '/tin/%C4%91%C3%AA.html',
  '/Tin/Cau.html',
  '/tin/cau.html',
  '/tim?q=a+b&q2=%C4%91%C6%B0%E1%BB%9Dng',
  '/xem?ctl00$Main$id=5',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Apache's own notation
  '/$uri/$1/${sach:x}',
  '/%2525/%24',
  '/a%23b?c=%23d',
  `/"ngoặc"/'nháy'/\\chéo`,
  '/a%2Fb/c',
  '/~user/;jsession/a:b|c',
  '/{a}[b]^`<c>',
  '/=cmd,1',
  '/:abc/*',
  '/sao*',
  '/a?b?c=d=e&&f',
  '/%7Bx%7D%0Ay',
  `/dai/${'x'.repeat(1500)}?y=${'z'.repeat(400)}`,
];
const hosts = ['xa.example', 'phuong.example'];
const redirects: Redirect[] = hosts.flatMap((host, i) =>
  addresses.map((address, j) => ({
    from: canonicalUrl(`http://${host}${address}`),
    to: `/articles/${host}/bai-${i}-${j}.md`,
  })),
);
const files = redirectFiles(redirects);

const root = mkdtempSync(join(tmpdir(), 'sach-redirects-'));
afterAll(() => rmSync(root, { recursive: true }));

/** Ask for an address as a browser sends it. Returns the status and the path that the answer leads to. */
function ask(port: number, address: string): Promise<readonly [number, string | undefined]> {
  const { hostname, pathname, search } = new URL(address);
  return new Promise((resolve, reject) => {
    request(
      { host: '127.0.0.1', port, path: pathname + search, headers: { host: `${hostname}:${port}` } },
      (answer) => {
        const { location } = answer.headers;
        answer.resume();
        resolve([answer.statusCode ?? 0, location === undefined ? undefined : new URL(location, address).pathname]);
      },
    )
      .on('error', reject)
      .end();
  });
}

async function untilAnswers(port: number): Promise<void> {
  for (let i = 0; i < 100; i += 1) {
    const isUp = await ask(port, 'http://xa.example/').then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

interface Web {
  readonly name: string;
  readonly program: string;
  /** Write what the server needs into a folder. Returns its arguments, then those that only check them. */
  prepare(folder: string, port: number): readonly [string[], string[]];
}

const servers: readonly Web[] = [
  {
    name: 'nginx',
    program: '/usr/sbin/nginx',
    prepare(folder, port) {
      writeFileSync(join(folder, 'sach.conf'), files['nginx.conf'] ?? '');
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
        .map((name) => `${name}_temp_path ${folder}/${name};`)
        .join(' ');
      writeFileSync(
        join(folder, 'main.conf'),
        `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; events {}
http { access_log off; ${temporary} include ${folder}/sach.conf;
server { listen 127.0.0.1:${port}; root ${folder}/none; if ($sach_target) { return 301 $sach_target; } } }`,
      );
      const common = ['-p', folder, '-c', join(folder, 'main.conf'), '-e', join(folder, 'error.log')];
      return [common, [...common, '-t']];
    },
  },
  {
    name: 'Apache',
    program: '/usr/sbin/apache2',
    prepare(folder, port) {
      writeFileSync(join(folder, 'apache-map.txt'), files['apache-map.txt'] ?? '');
      const rules = (files['apache.conf'] ?? '').replace('/etc/apache2/sach', folder);
      const modules = ['mpm_event', 'authz_core', 'rewrite'].map(
        (name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`,
      );
      writeFileSync(
        join(folder, 'main.conf'),
        `${modules.join('\n')}
ServerRoot ${folder}
ServerName localhost
PidFile ${folder}/pid
DefaultRuntimeDir ${folder}
ErrorLog ${folder}/error.log
Listen 127.0.0.1:${port}
<VirtualHost *>
DocumentRoot ${folder}
${rules}</VirtualHost>
`,
      );
      const common = ['-f', join(folder, 'main.conf')];
      return [
        [...common, '-DFOREGROUND'],
        [...common, '-t'],
      ];
    },
  },
];

describe.each(servers)('redirects in $name', ({ name, program, prepare }) => {
  describe.skipIf(!existsSync(program))(`of ${program}`, () => {
    let server: ChildProcess;
    let port = 0;
    let check: ReturnType<typeof spawnSync>;
    beforeAll(async () => {
      const folder = join(root, name);
      mkdirSync(folder);
      port = await freePort();
      const [start, test] = prepare(folder, port);
      check = spawnSync(program, test, { encoding: 'utf8' });
      server = spawn(program, start, { stdio: 'ignore' });
      await untilAnswers(port);
    });
    afterAll(async () => {
      const end = new Promise((resolve) => server.once('exit', resolve));
      if (server.exitCode === null) {
        server.kill('SIGTERM');
        await end;
      }
    });

    it('are taken without a complaint', () => {
      expect(check.status, String(check.stderr)).toBe(0);
      expect(String(check.stderr)).not.toMatch(/warn/i);
    });

    it.each(redirects)('lead from $from', async ({ from, to }) => {
      expect(await ask(port, from)).toEqual([301, to]);
    });

    const lowerEscapes = (address: string) => address.replace(/%../g, (code) => code.toLowerCase());
    it.each(redirects.filter(({ from }) => lowerEscapes(from) !== from))(
      'lead from $from with its escapes in lower case',
      async ({ from, to }) => {
        expect(await ask(port, lowerEscapes(from))).toEqual([301, to]);
      },
    );

    it.each(['/khong-co', '/tin/cau-moi.html?x=1', '/Default.aspx?tabid=4', '/sao', '/abc/def', '/saoo'])(
      'lead nowhere from %s',
      async (path) => {
        expect((await ask(port, `http://xa.example${path}`))[1]).toBeUndefined();
        expect((await ask(port, `http://khac.example${addresses[0]}`))[1]).toBeUndefined();
      },
    );
  });
});

describe('escapes in lower case, as ASP.NET prints them', () => {
  const from = (path: string, to: string) => ({ from: canonicalUrl(`http://xa.example${path}`), to });
  const made = redirectFiles([
    from('/%C4%91%2Fa1', '/1.md'),
    from('/A%28%C4%91', '/2.md'),
    from('/a%28%C4%91', '/3.md'),
    from('/CC%41', '/4.md'),
  ]);

  it('are in the map of Apache, which is searched letter by letter', () => {
    expect(made['apache-map.txt']).toBe(`xa.example/%C4%91%2Fa1 /1.md
xa.example/%c4%91%2fa1 /1.md
xa.example/A%28%C4%91 /2.md
xa.example/A%28%c4%91 /2.md
xa.example/a%28%C4%91 /3.md
xa.example/a%28%c4%91 /3.md
xa.example/CCA /4.md
`);
  });

  it('fit the expressions of nginx; its plain keys fit in any case', () => {
    expect(made['nginx.conf']).toContain('"xa.example/%C4%91%2Fa1" "/1.md";');
    expect(made['nginx.conf']).toContain(String.raw`"~^xa\\.example\\/A%28%[Cc]4%91$" "/2.md";`);
  });
});

describe('redirects for Netlify', () => {
  const rulesOf = (...paths: string[]) =>
    (
      redirectFiles(paths.map((path, i) => ({ from: canonicalUrl(`http://xa.example${path}`), to: `/${i}.md` })))
        ._redirects ?? ''
    )
      .trim()
      .split('\n');

  it('come with the most parameters first, as a rule for fewer fits as well', () => {
    expect(rulesOf('/D', '/D?id=1', '/D?id=1&tab=2')).toEqual([
      '/D id=1 tab=2 /2.md 301!',
      '/D id=1 /1.md 301!',
      '/D /0.md 301!',
    ]);
  });

  it('hold values decoded and paths encoded', () => {
    expect(rulesOf('/b%C3%A0i?t=%C4%91%C6%B0%E1%BB%9Dng&x&y=', '/a:b*c')).toEqual([
      '/b%C3%A0i t=đường x y= /0.md 301!',
      '/a:b*c /1.md 301!',
    ]);
  });

  it('are told where none can be written', () => {
    const unwritten = [
      '/a?b=c%20d',
      '/a?b=c+d',
      '/a?b=%F8',
      '/a?b=c%3Dd',
      '/a?b=:c',
      '/a?b=1&b=2',
      '/a?ctl00$x=1',
      '/a?200',
      '/a?/b',
      '/a//b',
      '/:a',
      '/a/*',
    ];
    const [head, ...lines] = rulesOf(...unwritten);
    expect(head).toBe('# No rule can be written for these:');
    expect(lines).toEqual(unwritten.map((path, i) => `# ${canonicalUrl(`http://xa.example${path}`)} /${i}.md`));
  });

  it('name both schemes of each of several hosts', () => {
    const from = ['http://xa.example/a', 'http://phuong.example/a'];
    expect(redirectFiles(from.map((address) => ({ from: address, to: '/a.md' })))._redirects).toBe(
      ['xa', 'phuong']
        .flatMap((host) => ['http', 'https'].map((scheme) => `${scheme}://${host}.example/a /a.md 301!\n`))
        .join(''),
    );
  });
});

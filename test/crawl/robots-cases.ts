/** robots.txt, product token, [address, allowed]. */
type Case = readonly [name: string, robots: string, agent: string, expected: readonly (readonly [string, boolean])[]];

/** Google's parser reads this much of a line: eight addresses of the greatest length that browsers took. */
const maxLine = 2083 * 8 - 1;

function longPath(letter: string, spare = 0): string {
  return `/${letter}/`.padEnd(maxLine - 'disallow: '.length - spare, letter);
}

/** What a pattern means: as an exception, and as all that is forbidden. */
function pattern(
  rule: string,
  { yes, no }: { readonly yes: readonly string[]; readonly no: readonly string[] },
): Case[] {
  const facts = (allowed: boolean) => [
    ...yes.map((path) => [path, allowed] as const),
    ...no.map((path) => [path, !allowed] as const),
  ];
  return [
    [`${rule} allowed`, `user-agent: FooBot\ndisallow: /\nallow: ${rule}\n`, 'FooBot', facts(true)],
    [`${rule} forbidden`, `user-agent: FooBot\ndisallow: ${rule}\n`, 'FooBot', facts(false)],
  ];
}

/** The facts that Google's own test of its parser and its documentation assert, in our words and files. */
export const cases: readonly Case[] = [
  ['no rules allow all', '', 'FooBot', [['/x/y', true]]],
  ['rules without an agent are nobody’s', 'Disallow: /\n', 'FooBot', [['/x/y', true]]],
  ['an agent without rules', 'user-agent: FooBot\n', 'FooBot', [['/x/y', true]]],
  ['plain', 'user-agent: FooBot\ndisallow: /\n', 'FooBot', [['/x/y', false]]],
  ['another agent', 'user-agent: FooBot\ndisallow: /\n', 'BarBot', [['/x/y', true]]],
  ['a misspelt directive', 'foo: FooBot\nbar: /\n', 'FooBot', [['/x/y', true]]],
  ['no colon', 'user-agent FooBot\ndisallow /\n', 'FooBot', [['/x/y', false]]],
  [
    'groups',
    'allow: /foo/bar/\n\nuser-agent: FooBot\ndisallow: /\nallow: /x/\nuser-agent: BarBot\ndisallow: /\nallow: /y/\n\n\nallow: /w/\nuser-agent: BazBot\n\nuser-agent: FooBot\nallow: /z/\ndisallow: /\n',
    'FooBot',
    [
      ['/x/b', true],
      ['/z/d', true],
      ['/y/c', false],
    ],
  ],
  [
    'groups, the second agent',
    'user-agent: FooBot\ndisallow: /\nallow: /x/\nuser-agent: BarBot\ndisallow: /\nallow: /y/\n\nallow: /w/\n',
    'BarBot',
    [
      ['/y/c', true],
      ['/w/a', true],
      ['/x/b', false],
    ],
  ],
  [
    'directives without case',
    'USER-AGENT: FooBot\nALLOW: /x/\nDISALLOW: /\n',
    'FooBot',
    [
      ['/x/y', true],
      ['/a/b', false],
    ],
  ],
  [
    'directives in mixed case',
    'uSeR-aGeNt: FooBot\nAlLoW: /x/\ndIsAlLoW: /\n',
    'FooBot',
    [
      ['/x/y', true],
      ['/a/b', false],
    ],
  ],
  [
    'agents without case',
    'User-Agent: FOO bAr\nAllow: /x/\nDisallow: /\n',
    'foo',
    [
      ['/x/y', true],
      ['/a/b', false],
    ],
  ],
  [
    'an agent ends at the first space',
    'user-agent: Foo Bar\nallow: /x/\ndisallow: /\n',
    'Foo',
    [
      ['/x/y', true],
      ['/a/b', false],
    ],
  ],
  [
    'the global group, where none is ours',
    'user-agent: *\nallow: /\nuser-agent: FooBot\ndisallow: /\n',
    'FooBot',
    [['/x/y', false]],
  ],
  [
    'the global group for the others',
    'user-agent: *\nallow: /\nuser-agent: FooBot\ndisallow: /\n',
    'BarBot',
    [['/x/y', true]],
  ],
  [
    'only other agents',
    'user-agent: FooBot\nallow: /\nuser-agent: BarBot\ndisallow: /\nuser-agent: BazBot\ndisallow: /\n',
    'QuxBot',
    [['/x/y', true]],
  ],
  [
    'values keep their case',
    'user-agent: FooBot\ndisallow: /x/\n',
    'FooBot',
    [
      ['/x/y', false],
      ['/X/y', true],
    ],
  ],
  [
    'longest match: disallow',
    'user-agent: FooBot\ndisallow: /x/page.html\nallow: /x/\n',
    'FooBot',
    [['/x/page.html', false]],
  ],
  [
    'longest match: allow',
    'user-agent: FooBot\nallow: /x/page.html\ndisallow: /x/\n',
    'FooBot',
    [
      ['/x/page.html', true],
      ['/x/', false],
    ],
  ],
  ['two empty rules', 'user-agent: FooBot\ndisallow: \nallow: \n', 'FooBot', [['/x/page.html', true]]],
  ['two equal rules', 'user-agent: FooBot\ndisallow: /\nallow: /\n', 'FooBot', [['/x/page.html', true]]],
  [
    'with and without slash',
    'user-agent: FooBot\ndisallow: /x\nallow: /x/\n',
    'FooBot',
    [
      ['/x', false],
      ['/x/', true],
    ],
  ],
  [
    'equal length',
    'user-agent: FooBot\ndisallow: /x/page.html\nallow: /x/page.html\n',
    'FooBot',
    [['/x/page.html', true]],
  ],
  [
    'wildcards count by length',
    'user-agent: FooBot\nallow: /page\ndisallow: /*.html\n',
    'FooBot',
    [
      ['/page.html', false],
      ['/page', true],
    ],
  ],
  [
    'the longer pattern wins',
    'user-agent: FooBot\nallow: /x/page.\ndisallow: /*.html\n',
    'FooBot',
    [
      ['/x/page.html', true],
      ['/x/y.html', false],
    ],
  ],
  [
    'our group only, not the global one',
    'user-agent: *\ndisallow: /x/\nuser-agent: FooBot\ndisallow: /y/\n',
    'FooBot',
    [
      ['/x/page', true],
      ['/y/page', false],
    ],
  ],
  [
    'query',
    'user-agent: FooBot\ndisallow: /\nallow: /foo/bar?qux=taz&baz=http://foo.bar?tar&par\n',
    'FooBot',
    [['/foo/bar?qux=taz&baz=http://foo.bar?tar&par', true]],
  ],
  [
    'raw letters match their escapes',
    'user-agent: FooBot\ndisallow: /\nallow: /foo/bar/ツ\n',
    'FooBot',
    [['/foo/bar/%E3%83%84', true]],
  ],
  [
    'escapes match themselves',
    'user-agent: FooBot\ndisallow: /\nallow: /foo/bar/%E3%83%84\n',
    'FooBot',
    [['/foo/bar/%E3%83%84', true]],
  ],
  [
    '*',
    'user-agent: FooBot\ndisallow: /foo/bar/quz\nallow: /foo/*/qux\n',
    'FooBot',
    [
      ['/foo/bar/quz', false],
      ['/foo/quz', true],
      ['/foo//quz', true],
      ['/foo/bax/quz', true],
    ],
  ],
  [
    '$ at the end',
    'user-agent: FooBot\ndisallow: /\nallow: /foo/bar/$\n',
    'FooBot',
    [
      ['/foo/bar/', true],
      ['/foo/bar/x', false],
    ],
  ],
  [
    '$ is a letter elsewhere',
    'user-agent: FooBot\ndisallow: /foo/bar$baz\n',
    'FooBot',
    [
      ['/foo/bar$baz', false],
      ['/foo/bar', true],
    ],
  ],
  [
    'comments',
    'user-agent: FooBot\n# Disallow: /\ndisallow: /foo/quz#qux\n',
    'FooBot',
    [
      ['/foo/bar', true],
      ['/foo/quz', false],
    ],
  ],
  ['BOM', '\ufeffUser-Agent: foo\nDisallow: /AnyValue\n', 'foo', [['/AnyValue', false]]],
  [
    'line ends of three systems',
    'User-Agent: foo\r\nAllow: /some/path\rDisallow: /\n',
    'foo',
    [
      ['/some/path', true],
      ['/other', false],
    ],
  ],
  [
    'robots.txt itself',
    'user-agent: *\ndisallow: /\n',
    'FooBot',
    [
      ['/robots.txt', true],
      ['/', false],
    ],
  ],
  [
    'index.html is its folder too',
    'user-agent: *\nallow: /muc/index.html\ndisallow: /\n',
    'FooBot',
    [
      ['/muc/index.html', true],
      ['/muc/', true],
      ['/muc/index.htm', false],
      ['/muc/khac.html', false],
      ['/khac/', false],
      ['/', false],
    ],
  ],
  ['index.htm as well', 'user-agent: *\nallow: /muc/index.htm\ndisallow: /\n', 'FooBot', [['/muc/', true]]],
  ['no agent, no robots.txt', '', '', [['/x/y', true]]],
  ['no agent', 'user-agent: FooBot\ndisallow: /\n', '', [['/x/y', true]]],
  [
    'groups, the third agent has the rules of the next one',
    'user-agent: FooBot\ndisallow: /\nallow: /x/\nuser-agent: BarBot\ndisallow: /\nallow: /y/\n\n\nallow: /w/\nuser-agent: BazBot\n\nuser-agent: FooBot\nallow: /z/\ndisallow: /\n',
    'BazBot',
    [
      ['/z/d', true],
      ['/x/b', false],
      ['/y/c', false],
    ],
  ],
  [
    'groups, the first agent has the rules of both its groups',
    'user-agent: FooBot\ndisallow: /\nallow: /x/\nuser-agent: BarBot\ndisallow: /\nallow: /y/\nuser-agent: FooBot\nallow: /z/\n',
    'FooBot',
    [
      ['/x/b', true],
      ['/z/d', true],
      ['/y/c', false],
      ['/a', false],
    ],
  ],
  [
    'a sitemap ends no list of agents',
    'User-agent: BarBot\nSitemap: https://foo.bar/sitemap\nUser-agent: *\nDisallow: /\n',
    'FooBot',
    [['/', false]],
  ],
  [
    'a sitemap ends no list of agents, the first one',
    'User-agent: BarBot\nSitemap: https://foo.bar/sitemap\nUser-agent: *\nDisallow: /\n',
    'BarBot',
    [['/', false]],
  ],
  [
    'nor does a line nobody knows',
    'User-agent: FooBot\nInvalid-Unknown-Line: unknown\nUser-agent: *\nDisallow: /\n',
    'FooBot',
    [['/', false]],
  ],
  [
    'nor does a line nobody knows, for the others',
    'User-agent: FooBot\nInvalid-Unknown-Line: unknown\nUser-agent: *\nDisallow: /\n',
    'BarBot',
    [['/', false]],
  ],
  ...['FOO BAR', 'foo bar', 'FoO bAr'].flatMap((name): Case[] =>
    ['Foo', 'foo'].map((agent) => [
      `agent ${name} as ${agent}`,
      `User-Agent: ${name}\nAllow: /x/\nDisallow: /\n`,
      agent,
      [
        ['/x/y', true],
        ['/a/b', false],
      ],
    ]),
  ),
  [
    'a name up to its first space, beside the global group',
    'User-Agent: *\nDisallow: /\nUser-Agent: Foo Bar\nAllow: /x/\nDisallow: /\n',
    'Foo',
    [
      ['/x/y', true],
      ['/a/b', false],
    ],
  ],
  [
    'the global group may stand last',
    'user-agent: FooBot\nallow: /\nuser-agent: *\ndisallow: /\n',
    'FooBot',
    [['/x/y', true]],
  ],
  [
    'an empty rule beside one that forbids all',
    'user-agent: FooBot\ndisallow: \nallow: /\n',
    'FooBot',
    [['/x/page.html', true]],
  ],
  ['forbidden and allowed in one word', 'user-agent: FooBot\ndisallow: /\nallow: /\n', 'FooBot', [['/', true]]],
  [
    'neither rule has the slash',
    'user-agent: FooBot\ndisallow: /x\nallow: /x/page\n',
    'FooBot',
    [
      ['/x/', false],
      ['/x/page', true],
      ['/x/page.html', true],
    ],
  ],
  [
    'escapes that need none mean their letters (RFC 9309, 2.2.2)',
    'user-agent: FooBot\ndisallow: /\nallow: /foo/bar/%62%61%7A\n',
    'FooBot',
    [
      ['/foo/bar/baz', true],
      ['/foo/bar/%62%61%7A', true],
    ],
  ],
  [
    'escapes in either case',
    'user-agent: FooBot\ndisallow: /tin-t%e1%bb%a9c\n',
    'FooBot',
    [
      ['/tin-t%E1%BB%A9c', false],
      ['/tin-tuc', true],
    ],
  ],
  [
    'a long rule counts up to 16 KB',
    `user-agent: FooBot\ndisallow: ${longPath('x')}/qux\n`,
    'FooBot',
    [
      ['/fux', true],
      [`${longPath('x')}/fux`, false],
    ],
  ],
  [
    'long rules are told apart',
    `user-agent: FooBot\ndisallow: /\nallow: ${longPath('a', 20)}/qux\nallow: ${longPath('b', 20)}/qux\n`,
    'FooBot',
    [
      ['/', false],
      [`${longPath('a', 20)}/qux`, true],
      [`${longPath('b', 20)}/fux`, false],
    ],
  ],
  ...pattern('/fish', {
    yes: ['/fish', '/fish.html', '/fish/salmon.html', '/fishheads', '/fishheads/yummy.html', '/fish.html?id=anything'],
    no: ['/bar', '/Fish.asp', '/catfish', '/?id=fish'],
  }),
  ...pattern('/fish*', {
    yes: ['/fish', '/fish.html', '/fish/salmon.html', '/fishheads', '/fishheads/yummy.html', '/fish.html?id=anything'],
    no: ['/bar', '/Fish.bar', '/catfish', '/?id=fish'],
  }),
  ...pattern('/fish/', {
    yes: ['/fish/', '/fish/salmon', '/fish/?salmon', '/fish/salmon.html', '/fish/?id=anything'],
    no: ['/bar', '/fish', '/fish.html', '/Fish/Salmon.html'],
  }),
  ...pattern('/*.php', {
    yes: [
      '/filename.php',
      '/folder/filename.php',
      '/folder/filename.php?parameters',
      '//folder/any.php.file.html',
      '/filename.php/',
      '/index?f=filename.php/',
    ],
    no: ['/bar', '/php/', '/index?php', '/windows.PHP'],
  }),
  ...pattern('/*.php$', {
    yes: ['/filename.php', '/folder/filename.php'],
    no: [
      '/bar',
      '/filename.php?parameters',
      '/filename.php/',
      '/filename.php5',
      '/php/',
      '/filename?php',
      '/aaaphpaaa',
      '//windows.PHP',
    ],
  }),
  ...pattern('/fish*.php', {
    yes: ['/fish.php', '/fishheads/catfish.php?parameters'],
    no: ['/bar', '/Fish.PHP'],
  }),
  ['the longer rule: allow', 'user-agent: FooBot\nallow: /p\ndisallow: /\n', 'FooBot', [['/page', true]]],
  [
    'the same rule twice: allow',
    'user-agent: FooBot\nallow: /folder\ndisallow: /folder\n',
    'FooBot',
    [['/folder/page', true]],
  ],
  [
    'a star makes no rule shorter',
    'user-agent: FooBot\nallow: /page\ndisallow: /*.htm\n',
    'FooBot',
    [['/page.htm', false]],
  ],
  [
    'the front page only',
    'user-agent: FooBot\nallow: /$\ndisallow: /\n',
    'FooBot',
    [
      ['/', true],
      ['/page.html', false],
    ],
  ],
];

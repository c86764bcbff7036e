import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'parse5';
import { expect, test } from 'vitest';
import { parsePage } from '../../src/dom/page-parser.ts';
import { type AnyNode, treeAdapter } from '../../src/dom/tree.ts';
import { fuzz, fuzzTimeout } from '../fuzz.ts';

/** A tree as text, with all that its nodes hold, and the links between them checked. */
function outline(node: AnyNode, depth = 0): string {
  const line = `${' '.repeat(depth)}${node.type} ${'name' in node ? `${node.namespace} ${node.name} ${JSON.stringify(node.attribs)}` : ''}`;
  if (!('children' in node)) return `${line}${JSON.stringify(node.data)}\n`;
  node.children.forEach((child, i) => {
    expect(child.parent).toBe(node);
    expect(child.prev).toBe(node.children[i - 1] ?? null);
    expect(child.next).toBe(node.children[i + 1] ?? null);
  });
  return `${line}\n${node.children.map((child) => outline(child, depth + 1)).join('')}`;
}

const longWay = (text: string): string => outline(parse(text, { treeAdapter, scriptingEnabled: false }));
const shortWay = (text: string): string => outline(parsePage(text));

/** All that the short way takes, and what only looks like it. */
const pieces = [
  ...'<p> </p> <b> </b> <A> </a> <div> </div> <table> </table> <tr> <td> </td> <ul> <li> <br/> <br / > <hr /> <svg> </svg>'.split(
    ' ',
  ),
  ...'<math> </math> <title> </title> <textarea> </textarea> <pre> </pre> <select> <option> </select> <frameset> <frame>'.split(
    ' ',
  ),
  ...'<template> </template> <colgroup> <col> <noscript> </noscript> <body> </body> </html> <head> </head> <form> </form>'.split(
    ' ',
  ),
  ...'<script> </script> </SCRIPT > </script/> </scripts> <style> </style> <iframe> </iframe> <plaintext> <xmp> </xmp>'.split(
    ' ',
  ),
  ...'<!-- --> --!> <!--> <!---> <!-- a--> <!doctype <?xml ?> <![CDATA[ ]]> <!x> </> </3> </p/> < <3 > & &amp; &nbsp'.split(
    ' ',
  ),
  ...'&lt; &#0; &#x1F600; &#13; &#32;x &#10; &Tab;y &notit; &not &copy= &AMP "&amp;"'.split(' '),
  '<!DOCTYPE html>',
  '<a href="x">',
  "<a href='y\"z' b>",
  '<a href=x/y?a=1&amp;b=2&copy=3&lt>',
  '<a title="&amp &ampx &eacute;&eacute=&#233;&bogus;">',
  '<p class="a"id=b class="c" CLASS=d>',
  '<p a = "b" c= d e =f>',
  '<p ="x" y="a>b">',
  '<p a="b\n"/c>',
  '<p <b "x">',
  '<p a=>',
  '<p đ="ê" a="ồ">',
  '<o:p>',
  '<circle viewBox="1" xlink:href="#a"/>',
  '<annotation-xml encoding="text/html">',
  '<input type=hidden>',
  '<Kelvin\u212a>',
  '</p class="a">',
  '<!--<script>',
  '<!-- a < b > -- c --->',
  ...['đất', 'nước', ' ', '  \n', '\r\n', '\r', '\t', '\f', '\u00a0', '\0', '😀', '\ud83d', '=', "'", '"', '/', 'x y'],
];

test.each(pieces)('%j', (piece) => {
  for (const text of [piece, `<p>a ${piece} b</p>`, `${piece}${piece}<i>c`, `<table>${piece} d`])
    expect(shortWay(text)).toBe(longWay(text));
});

test(
  'any pieces in any order make the tree that parse5 makes',
  () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 24 }), (list) => {
        const text = list.join('');
        expect(shortWay(text)).toBe(longWay(text));
      }),
      fuzz(400),
    );
  },
  fuzzTimeout,
);

test('whole pages make the tree that parse5 makes', () => {
  const files = readdirSync('fixtures', { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('input.html'),
  );
  for (const path of files) {
    const text = readFileSync(join('fixtures', path), 'latin1');
    expect(shortWay(text) === longWay(text), path).toBe(true);
  }
});

import type { JunkRule } from './rule.ts';

/** What word processors and templates leave as visible text. */
export const word: readonly JunkRule[] = [
  {
    id: 'junk/word-settings',
    text: /(?:Normal \d+ )?(?:false ){2,}(?:\p{L}{2}(?:-\p{L}{2})?|VI) (?:X-NONE ?|JA ?|\p{L}{2}-\p{L}{2} ?){1,2}(?:MicrosoftInternetExplorer\d)?/u,
    why: 'Settings of a pasted Word document are printed where its comments were stripped.',
    source: 'Word HTML, conditional comments with w:WordDocument',
    drops: [
      'Normal 0 false false false EN-US X-NONE X-NONE MicrosoftInternetExplorer4',
      'false false false VI X-NONE X-NONE',
    ],
    keeps: ['Đáp án bài trắc nghiệm là false false false EN-US X-NONE theo thứ tự câu hỏi.'],
  },
  {
    id: 'junk/word-styles',
    text: /(?:\/\* Style Definitions \*\/ ?)?(?:table|p|li|span|div)\.Mso\w{3,30} ?\{.{0,2000}\}|\/\* (?:Style|Font) Definitions \*\/.{0,2000}|(?:mso-[a-z-]{3,40}: ?[^;]{1,80}; ?){1,60}/u,
    why: 'The style sheet of a pasted Word document stands as a paragraph.',
    source: 'Word HTML, Mso style definitions',
    drops: [
      '/* Style Definitions */ table.MsoNormalTable {mso-style-name:"Table Normal";}',
      'mso-pagination:widow-orphan; mso-bidi-font-size:12.0pt;',
    ],
    keeps: ['Hãy tìm dòng mso-pagination:widow-orphan; và xóa nó đi.'],
  },
  {
    id: 'junk/word-tags',
    text: /(?:(?:<\/?(?:o|v|w|st1|m):\w{1,20}[^<>]{0,200}>|<!--\[if [^\]]{1,40}\]>|<!\[endif\]-->)\s{0,9}){1,40}/u,
    why: 'Tags of Word that were escaped stand as visible text.',
    source: 'Word HTML, Office namespaces',
    drops: [
      '<p>&lt;o:p&gt;&lt;/o:p&gt;</p>',
      '<p>&lt;o:p&gt; &lt;/o:p&gt; &lt;w:x&gt;</p>',
      '<p>&lt;!--[if gte mso 9]&gt;</p>',
    ],
    keeps: ['<p>Thẻ &lt;o:p&gt;&lt;/o:p&gt; do Word sinh ra.</p>', '* * *', '- - -'],
  },
  {
    id: 'junk/unrendered-token',
    text: /\{[A-Z][A-Z_]{1,40}(?:\.[a-z_]{1,40})?\}|\[[A-Z]{3,40}_\d+\]|\{\{ ?[\w.| ]{1,60} ?\}\}|<%=? ?[\w.() "]{1,80} ?%>/u,
    error: true,
    why: 'A template whose variable was never filled prints the variable’s name.',
    source: 'nukeviet/nukeviet XTemplate and AngularJS markup',
    drops: ['{DETAIL.bodyhtml}', '[NEWS_1]', '{{ item.title }}'],
    keeps: ['[VIDEO]', '[ẢNH]', 'Biến {DETAIL.bodyhtml} chứa nội dung bài viết.'],
  },
  {
    id: 'junk/script-value',
    text: /undefined|NaN|null|\[object Object\]/u,
    why: 'Scripts print the value they do not have.',
    source: 'ECMAScript string conversion',
    drops: ['undefined', '[object Object]'],
    keeps: ['Giá trị null khác với số không.', 'Null Island là điểm giao giữa xích đạo và kinh tuyến gốc.'],
  },
  {
    id: 'junk/lorem-ipsum',
    page: 'placeholder-text',
    text: /(?:\p{Lu}\p{Ll}* )?Lorem ipsum dolor sit.{0,4000}/u,
    why: 'The designer’s filler was never replaced by an article.',
    source: 'Placeholder text of site templates',
    drops: ['Lorem ipsum dolor sit amet, consectetur adipiscing elit.'],
    keeps: ['Đoạn chữ “Lorem ipsum dolor sit amet” đã được thợ in dùng từ lâu.'],
  },
];

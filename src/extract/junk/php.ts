import type { JunkRule } from './rule.ts';

/** PHP prints its warnings into the page, with the file and line that raised them. */
export const php: readonly JunkRule[] = [
  {
    id: 'junk/php-message',
    error: true,
    text: /(?:PHP )?(?:Warning|Notice|Deprecated|Strict Standards|(?:Catchable |Recoverable )?Fatal error|Parse error): .{1,400} in (?:\/|[A-Z]:\\)\S{1,300} on line \d+\.?/u,
    why: 'A wrong setting prints each warning at the head of the page; path and line tell it from the word “Warning:”.',
    source: 'php-src main/main.c, php_error_cb',
    page: 'server-error',
    drops: [
      'Warning: mysql_connect(): Access denied for user in /home/truong/public_html/ketnoi.php on line 12',
      'Deprecated: Function ereg() is deprecated in /var/www/web/includes/file.inc on line 902',
      'Strict Standards: Non-static method JLoader::import() should not be called statically in /srv/joomla/libraries/import.php on line 29',
      'Warning: Cannot modify header information - headers already sent by (output started at /w/a.php:3) in /w/b.php on line 9',
      'Notice: Undefined index: id in C:\\xampp\\htdocs\\tin.php on line 4',
    ],
    keeps: [
      'Warning: nước sông đang lên nhanh.',
      'Màn hình hiện Notice: Undefined index: id in /var/www/tin.php on line 4 khi thiếu mã bài.',
      'Notice: the library closes at noon on line 2 days.',
    ],
  },
  {
    id: 'junk/php-database-call',
    error: true,
    text: /(?:(?:Warning|Fatal error): )?(?:mysql|mysqli|pg)_\w{2,30}\(\)(?: \[[^\]]{0,80}\])?: .{1,300}/u,
    why: 'Calls to the database that fail name the function first, sometimes without file and line.',
    source: 'php-src ext/mysql and ext/pgsql',
    page: 'database-error',
    drops: [
      'mysql_fetch_array(): supplied argument is not a valid MySQL result resource',
      'Warning: pg_connect() [function.pg-connect]: Unable to connect',
    ],
    keeps: ['Bài 5 giải thích vì sao mysql_fetch_array(): trả về rỗng khi truy vấn sai.'],
  },
  {
    id: 'junk/php-undefined',
    error: true,
    text: /Notice: (?:Undefined (?:index|variable|offset): \S{1,60}|Trying to get property.{0,80})(?: in \S{1,200}(?: on line \d+)?)?/u,
    why: 'Notices cut off before their path still stand as lines of their own.',
    source: 'php-src Zend/zend_execute.c',
    drops: ['Notice: Undefined variable: tieude', 'Notice: Trying to get property of non-object'],
    keeps: [
      'Máy hiện Notice: Undefined variable: tieude và các em sửa lại ngay.',
      'Notice: Undefined index nghĩa là phần tử chưa có trong mảng, các em nhớ kiểm tra trước.',
    ],
  },
  {
    id: 'junk/php-headers',
    error: true,
    text: /(?:PHP )?(?:Warning: )?(?:session_start\(\): )?Cannot (?:modify header information|send session (?:cookie|cache limiter)) - headers already sent(?: by)?.{0,250}/u,
    why: 'One blank before the opening tag of a file prints this warning on every page.',
    source: 'php-src main/SAPI.c',
    drops: ['Warning: Cannot modify header information - headers already sent by'],
    keeps: ['Một dấu cách thừa gây ra Cannot modify header information - headers already sent by trên mọi trang.'],
  },
  {
    id: 'junk/php-memory',
    error: true,
    page: 'server-error',
    text: /(?:(?:PHP )?Fatal error: )?Allowed memory size of \d+ bytes exhausted.{0,200}/u,
    why: 'Long lists run out of memory in mid-page.',
    source: 'php-src Zend/zend_alloc.c',
    drops: ['Fatal error: Allowed memory size of 33554432 bytes exhausted (tried to allocate 72 bytes)'],
    keeps: ['Nếu thấy Allowed memory size of 33554432 bytes exhausted, hãy tăng giới hạn bộ nhớ.'],
  },
  {
    id: 'junk/php-include',
    error: true,
    text: /(?:PHP )?(?:(?:Warning|Fatal error): )?(?:include|require)(?:_once)?\([^)]{0,200}\)(?:: | \[[^\]]{0,80}\]: )failed to open stream.{0,200}/u,
    why: 'A moved file prints the failed inclusion where the box should be.',
    source: 'php-src main/streams, failed to open stream',
    drops: ['Warning: include(menu/trai.php): failed to open stream: No such file or directory'],
    keeps: ['Hậu quả là trang web hiện include(menu/trai.php): failed to open stream cho mọi khách.'],
  },
];

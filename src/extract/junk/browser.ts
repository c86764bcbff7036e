import type { JunkRule } from './rule.ts';

/** Lines meant for browsers that cannot show a player, a frame or a script. */
export const browser: readonly JunkRule[] = [
  {
    id: 'junk/no-player',
    text: /Your browser does not support (?:the )?(?:audio|video|iframes?|HTML5(?: video| audio)?|inline frames|frames|canvas|embedded).{0,120}|(?:<p>)?Trình duyệt (?:của bạn )?(?:hiện )?không hỗ trợ (?:iframe|video|audio|javascript|html5|thẻ \w+|phát \w+|âm thanh|nghe|xem)[^.]{0,40}\.?(?:<\/p>)?/u,
    why: 'The fallback text inside a player or a frame is read by everything but a browser.',
    source: 'HTML5 audio and iframe markup of Liferay and Viettel portals',
    drops: [
      'Your browser does not support the audio element.',
      'Trình duyệt không hỗ trợ iframe.',
      '<div>&lt;p&gt;Trình duyệt không hỗ trợ iframe.&lt;/p&gt;</div>',
    ],
    keeps: [
      'Nếu thấy Your browser does not support the audio element. thì nên đổi máy khác.',
      'Theo giáo viên, trình duyệt không hỗ trợ iframe. là câu học sinh hỏi nhiều.',
    ],
  },
  {
    id: 'junk/no-script',
    text: /Trình duyệt của bạn đã tắt chức năng hỗ trợ JavaScript.{0,200}|Website chỉ làm việc khi bạn bật nó trở lại.{0,120}|(?:Bạn cần bật|Vui lòng (?:bật|kích hoạt)|Hãy bật|Xin hãy bật) JavaScript(?: để|[.!]).{0,120}|(?:Please enable|You need to enable) JavaScript (?:to|in).{0,120}|JavaScript is (?:disabled|not enabled).{0,160}|This (?:site|page) requires JavaScript.{0,80}/u,
    why: 'Portals beg for scripts at the head of every page.',
    source: 'nukeviet/nukeviet themes/default/layout; single-page applications',
    drops: [
      'Trình duyệt của bạn đã tắt chức năng hỗ trợ JavaScript.',
      'Bạn cần bật JavaScript để chạy ứng dụng này.',
      'Please enable JavaScript to view the comments.',
    ],
    keeps: [
      'Bài học hôm nay: khi nào trang web cần câu “Bạn cần bật JavaScript để chạy ứng dụng này.” và khi nào không.',
    ],
  },
  {
    id: 'junk/flash',
    text: /(?:Get|Download|Install|You need|Cài đặt|Bạn cần(?: cài)?) (?:the )?(?:Adobe )?Flash Player.{0,120}|This (?:text|content) (?:will be|requires).{0,40}Flash.{0,80}/u,
    why: 'Banners and films in Flash leave the line that asks for the player.',
    source: 'SWFObject alternative content',
    drops: ['Get Adobe Flash Player', 'Bạn cần cài Flash Player để xem được phim này'],
    keeps: ['Từ năm 2021, hãng ngừng cho tải Get Adobe Flash Player trên mọi máy.'],
  },
  {
    id: 'junk/google-cache',
    text: /(?:This is Google's cache of|Đây là bộ nhớ cache của Google về) .{4,300}/u,
    why: 'Copies taken from a search engine’s cache begin with its notice.',
    source: 'Google cache header',
    drops: ["This is Google's cache of http://xa.example.vn/tin/12. It is a snapshot."],
    keeps: ["Người dùng thấy dòng This is Google's cache of một trang đã đóng."],
  },
  {
    id: 'junk/wayback-banner',
    text: /FILE ARCHIVED ON .{10,60} AND RETRIEVED FROM THE INTERNET ARCHIVE ON.{0,200}|(?:The )?Wayback Machine - https?:\/\/web\.archive\.org\/\S{1,300}|\d{1,9} captures?|About this capture|success fail|COLLECTED BY|TIMESTAMPS/u,
    why: 'Pages rescued from the Wayback Machine carry its toolbar as text.',
    source: 'Internet Archive wayback toolbar markup',
    drops: [
      'FILE ARCHIVED ON 12:13:14 Sep 07, 2017 AND RETRIEVED FROM THE INTERNET ARCHIVE ON 08:00:01 Oct 01, 2019.',
      'About this capture',
    ],
    keeps: [
      'Trên trang có ghi FILE ARCHIVED ON 12:13:14 Sep 07, 2017 AND RETRIEVED FROM THE INTERNET ARCHIVE ON một ngày khác.',
    ],
  },
];
